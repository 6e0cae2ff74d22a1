//! What each list of a layer holds, field by field.

use super::{Field, Key, Kind, Name, Section, Shape, Word};
use crate::rules::{Approver, Bearer, ClockKind, Cycle, Effect, Lapse, Level, StartEvent, StopEvent};
use crate::{
    deadlines::Period,
    workflow::{Capacity, Fact, Nature, Urgency},
};

macro_rules! choice {
    ($kind:ty) => {
        Kind::Choice(|| {
            let word = |one: &$kind| Word {
                code: one.code(),
                name: (one.zh(), one.en()),
            };
            <$kind>::ALL.iter().map(word).collect()
        })
    };
}

const fn must(name: &'static str, zh: &'static str, en: &'static str, kind: Kind) -> Field {
    Field {
        name,
        title: (zh, en),
        kind,
        required: true,
    }
}

const fn may(name: &'static str, zh: &'static str, en: &'static str, kind: Kind) -> Field {
    Field {
        name,
        title: (zh, en),
        kind,
        required: false,
    }
}

const CODE: Field = must("code", "代码", "Code", Kind::Word);
const ZH: Field = must("zh", "中文", "Chinese", Kind::Text);
const EN: Field = must("en", "英文", "English", Kind::Text);
const CLAUSE: Field = must("clause", "依据条款", "Clause", Kind::Clause);

const WORD: &[Field] = &[CODE, ZH, EN, CLAUSE];

const MOST: u64 = *Period::AMOUNTS.end() as u64;

const EXTENSION: &[Field] = &[
    must("most", "累计最多（日）", "At most, days", Kind::Number(1, MOST)),
    must("approver", "批准人", "Approver", choice!(Approver)),
    may("before_due", "届满前申请", "Asked for before the end", Kind::Flag),
    may(
        "told",
        "告知举报人后生效",
        "In effect when the reporter was told",
        Kind::Flag,
    ),
    CLAUSE,
];

const PAUSE: &[Field] = &[
    must("reason", "中止事由", "Reason", Kind::Bilingual),
    may("approver", "决定人", "Decided by", choice!(Approver)),
    CLAUSE,
];

const ALSO: Field = may(
    "also",
    "同时落实的条款",
    "Clauses that it carries out too",
    Kind::Clauses,
);

const CLOCK: &[Field] = &[
    must("kind", "种类", "Kind", choice!(ClockKind)),
    may("urgency", "紧急程度", "Urgency", choice!(Urgency)),
    must("name", "名称", "Name", Kind::Bilingual),
    may(
        "real_name_only",
        "仅限实名举报",
        "Named reporters only",
        Kind::Flag,
    ),
    must("period", "期限", "Period", Kind::Period),
    must("starts", "起算", "Starts", choice!(StartEvent)),
    must("stops", "停止", "Stops", choice!(StopEvent)),
    must("effect", "效力", "Effect", choice!(Effect)),
    must("bearer", "承担", "Binds", choice!(Bearer)),
    must("yellow", "黄灯（剩余）", "Yellow lamp (left)", Kind::Period),
    may("reminder", "提醒（剩余）", "Reminder (left)", Kind::Period),
    may("extension", "延期", "Extension", Kind::Group(EXTENSION)),
    may("pause", "中止", "Pause", Kind::Group(PAUSE)),
    may("lapse", "逾期后果", "When it passes", choice!(Lapse)),
    CLAUSE,
    ALSO,
];

const DUTY: &[Field] = &[
    CODE,
    ZH,
    EN,
    must("every", "周期", "How often", choice!(Cycle)),
    may(
        "month",
        "周期内第几个月",
        "Month of the round",
        Kind::Number(1, 12),
    ),
    must("day", "几日前", "By day", Kind::Number(1, 31)),
    must("bearer", "承担", "Binds", choice!(Bearer)),
    CLAUSE,
];

const PARAMETER: &[Field] = &[
    CODE,
    ZH,
    EN,
    must("value", "取值", "Value", Kind::Value),
    may("unit", "单位", "Unit", Kind::Bilingual),
    may("range", "可取范围", "Range", Kind::Range),
    may("choices", "可选", "Choices", Kind::Words),
    may("given", "由条款给出", "Given by the clause", Kind::Flag),
    CLAUSE,
];

const GRADE: &[Field] = &[
    CODE,
    ZH,
    EN,
    must(
        "deaths_from",
        "死亡（人以上）",
        "Deaths from",
        Kind::Number(0, 100_000),
    ),
    must(
        "injuries_from",
        "重伤（人以上）",
        "Injuries from",
        Kind::Number(0, 100_000),
    ),
    must(
        "loss_from",
        "直接经济损失（元以上）",
        "Loss from, yuan",
        Kind::Number(0, 1_000_000_000_000),
    ),
    must("inquirer", "调查机关", "Who inquires", Kind::Bilingual),
    must("reported_to", "上报至", "Reported up to", Kind::Bilingual),
    CLAUSE,
    ALSO,
];

const HINT: &[Field] = &[
    must("reason", "紧急情形", "Reason", Kind::Codes("urgency_reasons")),
    must("words", "用语", "Words", Kind::Words),
    may("nature", "性质", "Nature", choice!(Nature)),
    may("capacity", "举报人身份", "Capacity", choice!(Capacity)),
];

const LIAISON: &[Field] = &[
    must("month", "月", "Month", Kind::Number(1, 12)),
    must("day", "日", "Day", Kind::Number(1, 31)),
    must(
        "default",
        "逾期时由谁负责",
        "Who answers by default",
        Kind::Bilingual,
    ),
    CLAUSE,
];

const POINTS: Kind = Kind::Number(0, 100);

const LIKENESS: &[Field] = &[
    CLAUSE,
    must(
        "credit_code",
        "信用代码相同（分）",
        "Same credit code, points",
        POINTS,
    ),
    must("enterprise", "单位名称相同（分）", "Same name, points", POINTS),
    must(
        "like_enterprise",
        "单位名称相近（分）",
        "Like name, points",
        POINTS,
    ),
    must("place", "地点相同（分）", "Same place, points", POINTS),
    must("time", "时间相近（分）", "About the same time, points", POINTS),
    must("words", "内容相同（分）", "Same words, points", POINTS),
    must(
        "probable",
        "达到几分视为可能重复",
        "Points from which it is probable",
        POINTS,
    ),
    must(
        "days",
        "几日内视为时间相近",
        "Days that are about the same time",
        Kind::Number(0, 3_650),
    ),
    must("like", "名称相近（%）", "Names are alike from, percent", POINTS),
    must(
        "like_place",
        "地点相同（%）",
        "Places are the same from, percent",
        POINTS,
    ),
    must(
        "like_words",
        "内容相近（%）",
        "Accounts are alike from, percent",
        POINTS,
    ),
    must("plain", "常见用语", "Words that many names have", Kind::Words),
];

const CITATION: &[Field] = &[
    must("instrument", "文件", "Instrument", Kind::Instrument),
    must("article", "条款号", "Article", Kind::Text),
    must("text", "条文", "Words", Kind::Text),
];

const DEPARTMENT: &[Field] = &[
    must("name", "部门", "Department", Kind::Bilingual),
    must("industries", "行业", "Industries", Kind::Codes("industries")),
    CLAUSE,
];

const ELSEWHERE: &[Field] = &[
    must("matter", "事项", "Matter", Kind::Bilingual),
    must("instead", "途径", "Where to go", Kind::Bilingual),
    CLAUSE,
];

const HEAD: &[Field] = &[
    must("title", "名称", "Title", Kind::Text),
    must("in_force_from", "施行日", "In force from", Kind::Day),
    may("in_force_until", "失效日", "In force until", Kind::Day),
    may("base", "承接", "Lies on", Kind::Word),
    must("level", "层级", "Level", choice!(Level)),
    must("authority", "机关", "Authority", Kind::Group(AUTHORITY)),
    may(
        "invented",
        "区划和区域为虚构，依据",
        "Division and regions are invented by",
        Kind::Clause,
    ),
];

const AUTHORITY: &[Field] = &[
    must("name", "机关名称", "Name", Kind::Text),
    must("division", "区划代码", "Division code", Kind::Word),
    must("hotline", "电话", "Hotline", Kind::Word),
];

const REQUIRED: &[Field] = &[must("field", "要素", "Fact", choice!(Fact)), CLAUSE];

const fn words(code: &'static str, zh: &'static str, en: &'static str) -> Section {
    Section {
        code,
        name: (zh, en),
        shape: Shape::List(Key::Field("code")),
        fields: WORD,
    }
}

const fn list(code: &'static str, name: Name, key: Key, fields: &'static [Field]) -> Section {
    Section {
        code,
        name,
        shape: Shape::List(key),
        fields,
    }
}

const fn value(code: &'static str, name: Name, fields: &'static [Field]) -> Section {
    Section {
        code,
        name,
        shape: Shape::Value,
        fields,
    }
}

/// The head of a layer, which every layer says itself.
pub const HEAD_SECTION: Section = Section {
    code: "",
    name: ("总则", "Head"),
    shape: Shape::Single,
    fields: HEAD,
};

/// Every list of a layer, in the order of the page.
pub const SECTIONS: &[Section] = &[
    list("clocks", ("时限", "Periods"), Key::Clock, CLOCK),
    list(
        "duties",
        ("定期事项", "Periodic duties"),
        Key::Field("code"),
        DUTY,
    ),
    Section {
        code: "liaison",
        name: ("联络单", "Liaison sheet"),
        shape: Shape::Single,
        fields: LIAISON,
    },
    list(
        "parameters",
        ("参数", "Parameters"),
        Key::Field("code"),
        PARAMETER,
    ),
    Section {
        code: "bases",
        name: ("操作依据", "Bases of actions"),
        shape: Shape::Texts,
        fields: &[must("clause", "依据条款", "Clause", Kind::Clause)],
    },
    list(
        "required",
        ("登记要素", "Facts of a registration"),
        Key::Field("field"),
        REQUIRED,
    ),
    words("channels", "来源渠道", "Channels"),
    words("grounds", "不予受理情形", "Grounds for declining"),
    words("redirects", "其他途径、转交", "Other ways, transfers"),
    words("natures", "性质", "Natures"),
    words("urgency_reasons", "紧急情形", "Reasons of urgency"),
    list(
        "urgency_hints",
        ("紧急用语", "Words of urgency"),
        Key::Field("reason"),
        HINT,
    ),
    value(
        "negations",
        ("否定用语", "Words that deny"),
        &[must("negations", "用语", "Words", Kind::Words)],
    ),
    words("industries", "行业", "Industries"),
    list(
        "public.departments",
        ("行业主管部门", "Departments"),
        Key::Joined("industries"),
        DEPARTMENT,
    ),
    words("regions", "区域", "Regions"),
    words("methods", "核查方式", "Ways of verifying"),
    words("evidence_kinds", "证据种类", "Kinds of evidence"),
    value(
        "least_evidence",
        ("最少证据", "Least evidence"),
        &[must("least_evidence", "项数", "Items", Kind::Number(0, 100))],
    ),
    words("dispositions", "处理措施", "Dispositions"),
    value(
        "no_measure",
        ("未采取措施", "No measure"),
        &[must(
            "no_measure",
            "处理措施代码",
            "Code of the disposition",
            Kind::Codes("dispositions"),
        )],
    ),
    words("triggers", "督办情形", "What is supervised"),
    words("ladder", "督办方式", "Ways of supervision"),
    words("scoring", "考核事项", "What is assessed"),
    list(
        "grades",
        ("事故等级", "Grades of accidents"),
        Key::Field("code"),
        GRADE,
    ),
    Section {
        code: "likeness",
        name: ("重复比对", "Likeness"),
        shape: Shape::Single,
        fields: LIKENESS,
    },
    words("public.scope", "面向公众：范围", "For citizens: scope"),
    words("public.protection", "面向公众：保护", "For citizens: protection"),
    words("public.rewards", "面向公众：奖励", "For citizens: rewards"),
    words(
        "public.emergencies",
        "面向公众：紧急电话",
        "For citizens: emergencies",
    ),
    list(
        "public.elsewhere",
        ("面向公众：其他途径", "For citizens: elsewhere"),
        Key::Chinese("matter"),
        ELSEWHERE,
    ),
    Section {
        code: "citations",
        name: ("条款", "Clauses"),
        shape: Shape::Map,
        fields: CITATION,
    },
    Section {
        code: "instruments",
        name: ("文件", "Instruments"),
        shape: Shape::Texts,
        fields: &[must("title", "文件名称", "Title", Kind::Text)],
    },
];
