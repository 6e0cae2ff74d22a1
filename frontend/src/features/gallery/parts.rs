//! Inputs, layers, and what a page says about itself.

use crate::{
    hooks::use_now,
    text::use_texts,
    ui::{
        Button, ButtonKind, Checkbox, Choice, DateTimeInput, DateTimeTexts, FileInput, Glyph, Layer,
        LayerKind, Notice, Panel, Picture, RadioGroup, Select, Skeleton, StateKind, Tag, TextArea, TextInput,
        ToastKind, Tone, use_toaster,
    },
};
use std::rc::Rc;
use yew::prelude::*;

#[component]
pub(super) fn Forms() -> Html {
    let (now, texts, toaster) = (use_now(), use_texts(), use_toaster());
    let text = use_state(String::new);
    let when = use_state(|| "11-22 9:15".to_owned());
    let picked = use_state(|| "a".to_owned());
    let ticked = use_state(|| true);
    let layer = use_state(|| None::<LayerKind>);
    let choices: Rc<[Choice]> = [
        Choice::new("a", "一般").with_more("10 个工作日 — 第九条第一款"),
        Choice::new("b", "紧急").with_more("24 小时 — 第九条第二款"),
    ]
    .into();
    let set = |state: &UseStateHandle<String>| {
        let state = state.setter();
        Callback::from(move |value| state.set(value))
    };
    let tick = {
        let ticked = ticked.setter();
        move |value| ticked.set(value)
    };
    let open = |kind| {
        let layer = layer.setter();
        Callback::from(move |()| layer.set(kind))
    };
    let say = |kind, words: &'static str| {
        let toaster = toaster.clone();
        move |()| toaster.say(kind, words)
    };
    html! {
        <div class="columns columns--two">
            <Panel title="表单">
                <form class="form">
                    <div class="columns columns--even">
                        <TextInput label="单位名称" required="必填" value={(*text).clone()} onchange={set(&text)} hint="营业执照上的全称" />
                        <TextInput label="信用代码" value="91120000MA" onchange={Callback::noop()} error="须为 18 位,末位校验不符" />
                        <Select label="行业" value={(*picked).clone()} choices={choices.clone()} none="请选择" onchange={set(&picked)} />
                        <DateTimeInput label="接到时间" value={(*when).clone()} onchange={set(&when)} {now} words={DateTimeTexts(texts)} />
                    </div>
                    <RadioGroup label="紧急程度" required="必填" value={(*picked).clone()} choices={choices.clone()} onchange={set(&picked)} />
                    <TextArea label="基本事实" value="" placeholder="何时、何地、何事" onchange={Callback::noop()} />
                    <Checkbox label="要求纸质告知" checked={*ticked} onchange={tick} />
                    <FileInput label="附件" prompt="点击选择或拖入文件" remove="移除" chosen={vec![("现场照片1.jpg".into(), "2.1 MB".into())]}
                        onadd={Callback::noop()} onremove={Callback::noop()} hint="照片、视频、文档,每个不超过 20 MB" />
                    <div class="form__end">
                        <Button label="取消" kind={ButtonKind::Quiet} /><Button label="存草稿" /><Button kind={ButtonKind::Primary} label="登记" busy=true />
                    </div>
                </form>
            </Panel>
            <Panel title="按钮与浮层">
                <div class="stack">
                    <div class="row"><Button label="普通" /><Button kind={ButtonKind::Primary} label="主要" glyph={Glyph::Check} />
                        <Button kind={ButtonKind::Danger} label="不予受理" /><Button label="停用" disabled=true /></div>
                    <div class="row"><Button label="对话框" onclick={open(Some(LayerKind::Dialog))} /><Button label="抽屉" onclick={open(Some(LayerKind::Drawer))} />
                        <Button label="成功消息" onclick={say(ToastKind::Done, "已受理,时限自今日起算")} />
                        <Button label="失败消息" onclick={say(ToastKind::Failed, "提交失败,内容仍在表单中")} /></div>
                    <div class="row"><Tag label="紧急" tone={Tone::Red} /><Tag label="并案 3" tone={Tone::Blue} /><Tag label="已签收" tone={Tone::Green} />
                        <Tag label="暂定" tone={Tone::Yellow} /><Tag label="一般" /></div>
                    <Notice>{ "该企业近一年有 2 件举报。" }</Notice>
                    <Notice tone={Tone::Yellow}>{ "内容与 1201-20261105-0007 相近,请先核对。" }</Notice>
                    <Notice tone={Tone::Red}>{ "提交失败:有内容需要更正。" }</Notice>
                    <Notice tone={Tone::Green}>{ "已受理。" }</Notice>
                </div>
            </Panel>
            if let Some(kind) = *layer {
                <Layer {kind} title="不予受理" close="关闭" onclose={open(None)}
                    foot={html! { <><Button label="取消" onclick={open(None)} /><Button kind={ButtonKind::Danger} label="不予受理" /></> }}>
                    <div class="form">
                        <Select label="理由" required="必填" value="" choices={choices.clone()} none="请选择" onchange={Callback::noop()} />
                        <TextArea label="说明" value="" onchange={Callback::noop()} />
                    </div>
                </Layer>
            }
        </div>
    }
}

#[component]
pub(super) fn States() -> Html {
    let retry = html! { <Button label="重试" glyph={Glyph::Reload} /> };
    html! {
        <div class="columns columns--even">
            <Panel title="加载"><Skeleton label="正在加载" /></Panel>
            <Panel title="空"><Picture kind={StateKind::Empty} title="没有待办" more="新交办的举报件会自动出现在这里。" /></Panel>
            <Panel title="未找到"><Picture kind={StateKind::Missing} title="未找到" more="可能已不存在,或者不属于您的办理范围。" /></Panel>
            <Panel title="失败"><Picture kind={StateKind::Failed} title="系统内部错误" note="请求编号 0199a-3f" >{ retry.clone() }</Picture></Panel>
            <Panel title="离线"><Picture kind={StateKind::Offline} title="连接不上服务器" more="请检查网络后重试。">{ retry }</Picture></Panel>
            <Panel title="不得办理"><Picture kind={StateKind::Refused} title="已逾期,不得申请延期" note="依据:皖安办函〔2020〕136号 二(二)" /></Panel>
        </div>
    }
}
