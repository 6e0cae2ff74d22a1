//! 我要举报

use crate::draft::{Field, Who};

/// A word and a sentence about it.
pub(crate) type Explained = (&'static str, &'static str);

/// Texts of reporting.
pub(crate) struct ReportTexts {
    /// The label of each field, and what helps to fill it in.
    pub(crate) field: fn(Field) -> Explained,
    /// How one may report, and what follows from it.
    pub(crate) as_whom: fn(Who) -> Explained,
    /// Headings of the four steps.
    pub(crate) steps: [&'static str; 4],
    /// Before, between and after the number of the step and of all steps.
    pub(crate) step: [&'static str; 3],
    /// Where the draft is kept, and how long.
    pub(crate) draft: &'static str,
    /// A draft was found.
    pub(crate) restored: &'static str,
    /// Deletes the draft.
    pub(crate) delete: &'static str,
    /// It is gone.
    pub(crate) deleted: &'static str,
    /// The next step.
    pub(crate) next: &'static str,
    /// The step before.
    pub(crate) back: &'static str,
    /// What it is about.
    pub(crate) nature: &'static str,
    /// Nothing chosen from a list.
    pub(crate) unknown: &'static str,
    /// May be left out.
    pub(crate) optional: &'static str,
    /// Something is to be put right.
    pub(crate) mistakes: &'static str,
    /// It must be said what happened.
    pub(crate) facts_missing: &'static str,
    /// A named report needs name and telephone.
    pub(crate) name_missing: &'static str,
    /// Label of the files.
    pub(crate) files: &'static str,
    /// What may be sent, before and after the size.
    pub(crate) files_hint: [&'static str; 2],
    /// Adds files.
    pub(crate) add: &'static str,
    /// Takes a file back.
    pub(crate) take_back: &'static str,
    /// Sends a file again.
    pub(crate) retry: &'static str,
    /// How a file stands: on its way, stored, failed.
    pub(crate) file_states: [&'static str; 3],
    /// A file is too large.
    pub(crate) too_large: &'static str,
    /// There are too many files.
    pub(crate) too_many: &'static str,
    /// Files are still on their way.
    pub(crate) files_waiting: &'static str,
    /// Files failed.
    pub(crate) files_failed: &'static str,
    /// Nobody need say who they are.
    pub(crate) safe: &'static str,
    /// Who reports.
    pub(crate) who: &'static str,
    /// Whether name and telephone may stand in the draft.
    pub(crate) keep: &'static str,
    /// Whether the employer was told.
    pub(crate) told: &'static str,
    /// Yes and no.
    pub(crate) yes_no: [&'static str; 2],
    /// Changes what is shown.
    pub(crate) change: &'static str,
    /// Before the facts that are still wanted.
    pub(crate) wanted: &'static str,
    /// Sends the report.
    pub(crate) send: &'static str,
    /// It is on its way.
    pub(crate) sending: &'static str,
    /// It could not be sent; sending again does nothing twice.
    pub(crate) unsent: &'static str,
    /// A report with other content came under the same key.
    pub(crate) came_before: &'static str,
    /// Sends as a new report.
    pub(crate) send_new: &'static str,
    /// Heading once it is sent.
    pub(crate) done: &'static str,
    /// What to do with the receipt code.
    pub(crate) done_lead: &'static str,
    /// The receipt code.
    pub(crate) code: &'static str,
    /// The number.
    pub(crate) number: &'static str,
    /// When it was received.
    pub(crate) received: &'static str,
    /// Copies the code; and the word once it is copied.
    pub(crate) copy: [&'static str; 2],
    /// Saves the card as a picture.
    pub(crate) picture: &'static str,
    /// Prints the card.
    pub(crate) print: &'static str,
    /// Leads to following the report.
    pub(crate) follow: &'static str,
}

pub(super) const ZH: ReportTexts = ReportTexts {
    field: field_zh,
    as_whom: as_whom_zh,
    steps: [
        "是哪个单位，什么问题",
        "什么时候，看到了什么",
        "你想怎样举报",
        "核对后提交",
    ],
    step: ["第 ", " 步，共 ", " 步"],
    draft: "草稿只存在这部手机上，24 小时后自动删除。",
    restored: "上次没有写完的内容还在。",
    delete: "删除草稿",
    deleted: "草稿已经从这部手机上删除。",
    next: "下一步",
    back: "上一步",
    nature: "是什么问题",
    unknown: "不清楚",
    optional: "选填",
    mistakes: "有几处需要改一下：",
    facts_missing: "请写下你看到了什么。",
    name_missing: "请填写姓名和手机号码，或者改为匿名举报。",
    files: "照片、视频、文件",
    files_hint: ["可以一次选多个，每个不超过 ", "；传到服务器后加密保存"],
    add: "添加",
    take_back: "撤回",
    retry: "重传",
    file_states: ["正在上传", "已上传", "没有传成"],
    too_large: "文件太大",
    too_many: "文件太多，请先撤回几个。",
    files_waiting: "文件还在上传，请稍等。",
    files_failed: "有文件没有传成，请重传或者撤回。",
    safe: "不需要说出你是谁。去核查的单位看不到你的姓名和电话；谁看过，都会留下记录。",
    who: "你想怎样举报",
    keep: "姓名和电话也存进草稿（只存在这部手机上）",
    told: "向单位反映过吗",
    yes_no: ["反映过", "没有"],
    change: "修改",
    wanted: "补上这些会查得更快；缺得太多可能无法受理：",
    send: "提交举报",
    sending: "正在提交…",
    unsent: "还没有确认提交成功。再按一次提交就行，不会重复登记。",
    came_before: "用同一个编号提交过另外的内容：前一次可能已经收到，只是没有收到回音。需要的话，把现在的内容作为新的举报提交，也可以拨打举报热线核对。",
    send_new: "作为新的举报提交",
    done: "已经收到你的举报",
    done_lead: "请保存查询码。以后查进度、补充材料都用它，丢了不能补发。",
    code: "查询码",
    number: "举报编号",
    received: "收到时间",
    copy: ["复制", "已复制"],
    picture: "存成图片",
    print: "打印",
    follow: "现在就看进度",
};

pub(super) const EN: ReportTexts = ReportTexts {
    field: field_en,
    as_whom: as_whom_en,
    steps: [
        "Which enterprise, which problem",
        "When, and what you saw",
        "How you want to report",
        "Check and send",
    ],
    step: ["Step ", " of ", ""],
    draft: "The draft is kept on this telephone only and deletes itself after 24 hours.",
    restored: "What you wrote last time is still here.",
    delete: "Delete the draft",
    deleted: "The draft is gone from this telephone.",
    next: "Next",
    back: "Back",
    nature: "What is the problem",
    unknown: "Not sure",
    optional: "optional",
    mistakes: "Please put this right:",
    facts_missing: "Please write down what you saw.",
    name_missing: "Please give your name and telephone, or report anonymously.",
    files: "Photos, videos, files",
    files_hint: ["Several at once, each at most ", "; kept encrypted on the server"],
    add: "Add",
    take_back: "Take back",
    retry: "Send again",
    file_states: ["Sending", "Sent", "Not sent"],
    too_large: "The file is too large",
    too_many: "Too many files; please take some back.",
    files_waiting: "Files are still on their way. One moment, please.",
    files_failed: "Some files were not sent. Send them again or take them back.",
    safe: "You need not say who you are. The unit that verifies sees neither your name nor your telephone; every look at them is recorded.",
    who: "How do you want to report",
    keep: "Keep my name and telephone in the draft too (on this telephone only)",
    told: "Did you tell the employer",
    yes_no: ["Yes", "No"],
    change: "Change",
    wanted: "This would help; if too much is missing, the report may not be accepted:",
    send: "Send the report",
    sending: "Sending…",
    unsent: "It is not certain that it arrived. Just send it again: it will not be entered twice.",
    came_before: "Something else was sent under the same key: it may have arrived, only the answer did not. If needed, send this as a new report, or ask the hotline.",
    send_new: "Send as a new report",
    done: "Your report has arrived",
    done_lead: "Please keep the receipt code. You need it to follow and to add to your report; it cannot be issued again.",
    code: "Receipt code",
    number: "Number",
    received: "Received",
    copy: ["Copy", "Copied"],
    picture: "Save as picture",
    print: "Print",
    follow: "Follow it now",
};

fn field_zh(field: Field) -> Explained {
    match field {
        Field::Enterprise => ("单位名称", "不知道全称，写招牌上的名字也可以"),
        Field::Address => ("单位地址", "或者附近的路口、标志"),
        Field::Region => ("所在区域", ""),
        Field::Industry => ("属于哪个行业", ""),
        Field::Occurred => ("从什么时候开始", "大概时间也可以"),
        Field::Place => ("具体在什么位置", "例如：二号车间北门"),
        Field::Facts => ("你看到了什么", "写事实：什么设备、什么做法、有什么危险"),
        Field::Clues => ("还有什么线索", "例如：谁知道情况，什么时候去能看到"),
        Field::Name => ("姓名", ""),
        Field::Phone => ("电话", "只用来核实情况和答复你"),
        Field::Home => ("联系地址", "需要书面答复时填写"),
    }
}

fn field_en(field: Field) -> Explained {
    match field {
        Field::Enterprise => ("Enterprise", "Its name, or what its sign says"),
        Field::Address => ("Its address", "Or a crossing or landmark nearby"),
        Field::Region => ("Area", ""),
        Field::Industry => ("Industry", ""),
        Field::Occurred => ("Since when", "Roughly will do"),
        Field::Place => ("The exact place", "Such as: north gate of hall two"),
        Field::Facts => (
            "What you saw",
            "Facts: which machine, which practice, which danger",
        ),
        Field::Clues => ("Other leads", "Such as: who knows about it, when it can be seen"),
        Field::Name => ("Name", ""),
        Field::Phone => ("Telephone", "Only to ask you and to answer you"),
        Field::Home => ("Postal address", "For an answer on paper"),
    }
}

fn as_whom_zh(who: Who) -> Explained {
    match who {
        Who::Anonymous => ("匿名举报", "不留姓名电话，凭查询码看结果"),
        Who::Named => ("实名举报", "留下姓名和电话，会逐一答复，符合条件的有奖励"),
        Who::Employee => (
            "我是这个单位的员工",
            "优先核查；请留真实姓名和电话，否则可能不予受理",
        ),
    }
}

fn as_whom_en(who: Who) -> Explained {
    match who {
        Who::Anonymous => (
            "Anonymously",
            "No name, no telephone; the receipt code shows the result",
        ),
        Who::Named => ("With my name", "You are answered in person and may be rewarded"),
        Who::Employee => (
            "I work there",
            "Verified first; give your real name and telephone, or it may not be accepted",
        ),
    }
}
