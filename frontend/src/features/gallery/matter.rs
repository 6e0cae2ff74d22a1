//! The list and the case, as they will look.

use crate::{
    hooks::use_now,
    ui::{
        Button, ButtonKind, ClockCard, Column, DeadlineBadge, Fact, Facts, Moment, PageHead, Pager, Panel,
        Row, StandstillBadge, Step, StepState, Stepper, Table, Tag, Tile, Timeline, Tone, Watermark,
    },
};
use anju_shared::time::Instant;
use std::rc::Rc;
use yew::prelude::*;

const HOUR: i64 = 3600;

const ROWS: [(&str, &str, &str, &str, &str, i64, i64); 8] = [
    (
        "1201-20261105-0007",
        "某木材加工厂电机外壳未接地、皮带无防护罩",
        "新桥街道",
        "核查中",
        "",
        -33,
        72,
    ),
    (
        "1201-20261105-0011",
        "某服装厂未经验收开工,工人吃住在车间楼上",
        "区消防救援大队",
        "待回复举报人",
        "重大隐患",
        -33,
        72,
    ),
    (
        "1201-20261118-0003",
        "某化工公司车间存放甲苯十余桶,无专用仓库",
        "工业园区管委会",
        "待签收",
        "",
        -57,
        12,
    ),
    (
        "1201-20261121-0002",
        "居民楼下门面夜间充装液化气瓶,气味明显,多名住户反映",
        "区城管委",
        "核查中",
        "紧急",
        2,
        6,
    ),
    (
        "1201-20261121-0005",
        "工地塔吊大臂越过居民楼作业,碰坏高压线",
        "区住建委",
        "待签收",
        "紧急",
        5,
        6,
    ),
    (
        "1201-20261111-0004",
        "某加油站油罐容积与批准设计不符",
        "区应急管理局",
        "待办结审核",
        "",
        86,
        72,
    ),
    (
        "1201-20261112-0001",
        "某模具公司试装厂房线槽隔板非防火材料",
        "华苑街道",
        "退回审批中",
        "",
        38,
        12,
    ),
    (
        "1201-20261112-0006",
        "停产铁矿夜间恢复开采,挖机和矿车在作业",
        "区规自局 牵头",
        "核查中",
        "并案 3",
        110,
        72,
    ),
];

#[component]
pub(super) fn List() -> Html {
    let start = use_now_once();
    let columns: Rc<[Column]> = [
        Column::new("编号"),
        Column::cut("事项"),
        Column::new("承办单位"),
        Column::new("环节"),
        Column::new("剩余"),
        Column::silent("操作"),
    ]
    .into();
    let rows = ROWS.iter().enumerate().flat_map(|(place, row)| {
        let head = match place {
            0 => Some(("已超期 3", Tone::Red)),
            3 => Some(("今日到期 2", Tone::Yellow)),
            5 => Some(("三个工作日内 3", Tone::Plain)),
            _ => None,
        };
        let head = head.map(|(label, tone)| Row::Group { label: label.into(), tone });
        let due = start.plus(row.5 * HOUR + 161);
        let tone = if row.4.starts_with('并') { Tone::Blue } else { Tone::Red };
        let cells = vec![
            html! { <span class="number">{ row.0 }</span> },
            html! { <>if !row.4.is_empty() { <Tag label={row.4} {tone} /> }<a href="#">{ row.1 }</a></> },
            html! { row.2 }, html! { row.3 },
            if place == 6 {
                html! { <StandstillBadge title="检验、检测、鉴定" /> }
            } else {
                html! { <DeadlineBadge {due} yellow_from={due.plus(-row.6 * HOUR)} clause="第九条" /> }
            },
            html! { <Button small=true label="查看" kind={if place > 4 { ButtonKind::Primary } else { ButtonKind::Plain }} /> },
        ];
        head.into_iter().chain([Row::Cells { key: row.0.into(), cells }])
    });
    let rows: Vec<Row> = rows.collect();
    html! {
        <div class="stack">
            <PageHead title="工作台" after={html! { <span class="quiet">{ "11月22日 星期日 · 休息日" }</span> }}>
                <Button kind={ButtonKind::Primary} label="登记来电" key_hint="N" />
            </PageHead>
            <div class="tiles">
                <Tile name="今日接收" figure="14" note="12350 来电 9 · 小程序 5" />
                <Tile name="在办" figure="128" note="本周 +6" />
                <Tile name="三个工作日内到期" figure="11" tone={Tone::Yellow} note="其中今日 2" />
                <Tile name="已超期" figure="3" tone={Tone::Red} note="均已电话督办" />
                <Tile name="本季按期办结率" figure="96.8%" tone={Tone::Green} note="上季 94.1%" />
            </div>
            <Panel bare=true>
                <Table caption="举报件" {columns} {rows} />
                <Pager label="分页" total="共 128 件" previous="上一页" next="下一页" onprevious={None::<Callback<()>>} onnext={Callback::noop()} />
            </Panel>
        </div>
    }
}

#[component]
pub(super) fn Case() -> Html {
    let start = use_now_once();
    let steps = ["登记", "受理", "交办", "核查", "审核", "回复反馈", "办结"];
    let steps = steps.iter().enumerate().map(|(place, label)| Step {
        label: (*label).into(),
        state: match place {
            0..3 => StepState::Done,
            3 => StepState::Now,
            _ => StepState::Ahead,
        },
    });
    let steps: Vec<Step> = steps.collect();
    let clock = |title: &'static str, hours: i64, yellow: i64, ended: Option<&'static str>| {
        let due = start.plus(hours * HOUR + 180);
        html! {
            <ClockCard {title} started={start.plus(-200 * HOUR)} {due} yellow_from={due.plus(-yellow * HOUR)} clause="处办工作制度 第九条第一款"
                ended={ended.map(AttrValue::from)} provisional={hours > 500} onwhy={Callback::noop()} />
        }
    };
    let tags = html! { <><Tag label="1201-20261112-0006" /><Tag label="一般" /><Tag label="牵头" tone={Tone::Blue} /></> };
    html! {
        <div class="stack">
            <Watermark label="林远 区规自局 2026-11-22 09:57" />
            <PageHead title="停产铁矿夜间恢复开采" before={html! { <a class="quiet" href="#">{ "举报件 /" }</a> }} after={tags}>
                <span class="quiet">{ "规则 TJ 2026-01 · 版本 3" }</span><Button label="打印任务单" />
            </PageHead>
            <Stepper label="办理进度" {steps} />
            <div class="clocks">
                { clock("核查并反馈 · 10 个工作日", 110, 120, None) }
                { clock("逐一回复实名举报人", 110, 72, None) }
                { clock("法定办结 · 60 日", 1214, 72, None) }
                { clock("签收 · 1 个工作日", -33, 12, None) }
                { clock("申请退回或研判 · 2 个工作日", -150, 12, Some("已过")) }
                <ClockCard title="核查并反馈 · 10 个工作日 + 延期 10 日" started={start.plus(-200 * HOUR)} due={start} yellow_from={start}
                    clause="处办工作制度 第九条第二款" paused="检验、检测、鉴定，11月20日 09:00 起中止；如现在恢复，至 12月9日 24:00 止" onwhy={Callback::noop()} />
            </div>
            <div class="columns columns--case">
                <Panel title="事项">{ facts() }</Panel>
                <Panel title="经过">{ events() }</Panel>
                <Panel title="可以做什么">{ actions() }</Panel>
            </div>
        </div>
    }
}

fn facts() -> Html {
    let facts = vec![
        Fact::new(
            "单位",
            html! { <>{ "某停产铁矿 " }<a href="#">{ "近一年 2 件" }</a></> },
        ),
        Fact::text("信用代码", None, "未提供"),
        Fact::text("行业", Some("金属非金属矿山"), "未提供"),
        Fact::text("点位", Some("北坡二号采面,村道尽头"), "未提供"),
        Fact::text(
            "事实",
            Some("挖掘机和矿车夜间作业,无警戒,距民房约 80 米。"),
            "未提供",
        ),
    ];
    html! { <Facts {facts} /> }
}

fn events() -> Html {
    let moment = |key: &'static str, when: &'static str, title: Html, more: &'static str| Moment {
        key: key.into(),
        when: when.into(),
        datetime: "2026-11-22T09:12:00+08:00".into(),
        title,
        more: html! { more },
    };
    let moments = vec![
        moment(
            "1",
            "今天 09:12",
            html! { <>{ "现场核查 " }<Tag label="四不两直" />{ " " }<Tag label="暗查" /></> },
            "林远、孙可;发现作业痕迹与新出矿石约 30 吨,调取卡口录像。",
        ),
        moment(
            "2",
            "11月20日 16:40",
            html! { "协办单位 区公安分局 已签收" },
            "负责核查民爆物品来源;协办时限 11月26日 24:00。",
        ),
        moment(
            "3",
            "11月12日 11:20",
            html! { "交办 → 区规自局 · 受理 · 登记" },
            "12350 来电,接线员 03;三件并案,逐一回复。",
        ),
    ];
    html! { <Timeline {moments} /> }
}

fn actions() -> Html {
    let refused = |id: &'static str, label: &'static str, why: &'static str| {
        html! { <div class="act"><Button {label} disabled=true described_by={id} /><span class="act__note" {id}>{ why }</span></div> }
    };
    html! {
        <div class="acts">
            <div class="act"><Button kind={ButtonKind::Primary} label="提交核查报告" key_hint="R" /></div>
            <div class="act"><Button label="记录现场核查" /></div>
            <div class="act"><Button label="添加证据" /></div>
            { refused("a1", "申请退回", "已过 2 个工作日期限 — 第八条") }
            { refused("a2", "书面反馈", "须先回复全部 3 名举报人 — 第十一条") }
            { refused("a3", "办结", "由区安委办根据反馈确定 — 第十二条") }
        </div>
    }
}

/// The time at which the page was opened, so that the sample periods tick.
#[hook]
fn use_now_once() -> Instant {
    let now = use_now();
    *use_memo((), |()| now)
}
