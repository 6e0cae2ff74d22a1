//! What people say: one well-formed command of every kind, to be spoiled by the tests that need it spoiled.

use anju_shared::{
    ids::{EvidenceId, MessageId, ReporterId, RevisionId},
    rules::ClockKind,
    time::Instant,
    workflow::{
        Accept, AddEvidence, ApproveExtension, Capacity, Close, Command, Conclusion, Decline, Dispatch,
        DispatchKind, Fact, Matter, Means, Nature, NewReporter, PausePeriod, Reasons, Reclassify,
        RecordContact, RecordLapse, RecordVisit, Recount, Register, ReplyTo, RequestExtension,
        RequestSupplement, ResumePeriod, Said, Satisfaction, Say, SubmitFeedback, SubmitVerification,
        TellExtension, Urgency, Withdraw,
    },
};

use crate::people::{STREET, id};

/// 实名
pub(crate) const NAMED: ReporterId = ReporterId(id(0xB1));
/// 匿名
pub(crate) const ANONYMOUS: ReporterId = ReporterId(id(0xB2));

/// The evidence item with this number.
pub(crate) const fn item(number: u128) -> EvidenceId {
    EvidenceId(id(0xD000 + number))
}

pub(crate) fn reporter(id: ReporterId, real_name: bool) -> NewReporter {
    NewReporter {
        id,
        capacity: Capacity::Public,
        real_name,
        wants_paper: false,
    }
}

/// A telephone call by one named reporter, with every fact of TJ-7.2.
pub(crate) fn call() -> Register {
    Register {
        channel: "phone_12350".into(),
        received_at: None,
        source: None,
        external_number: None,
        matter: Matter {
            enterprise: Some("新桥木业有限公司".into()),
            credit_code: None,
            address: Some("新桥路 8 号".into()),
            region: Some("120102".into()),
            industry: Some("light_industry".into()),
            nature: Some(Nature::Hazard),
            occurred: Some("十一月起".into()),
            place: Some("二号车间东侧疏散通道".into()),
            told_employer: None,
        },
        title: None,
        has_facts: true,
        has_clues: true,
        original_digest: "0".repeat(64),
        reporters: vec![reporter(NAMED, true)],
        files: Vec::new(),
    }
}

/// The same call by several reporters: one named, one anonymous.
pub(crate) fn call_of_two() -> Register {
    Register {
        reporters: vec![reporter(NAMED, true), reporter(ANONYMOUS, false)],
        ..call()
    }
}

/// An anonymous report that says next to nothing.
pub(crate) fn anonymous_call() -> Register {
    Register {
        matter: Matter::default(),
        has_facts: false,
        has_clues: false,
        reporters: vec![reporter(ANONYMOUS, false)],
        ..call()
    }
}

/// Every fact of TJ-7.2, in the order of the profile.
pub(crate) const FACTS: &[Fact] = Fact::ALL;

pub(crate) fn accept(urgency: Urgency) -> Command {
    let reasons = match urgency {
        Urgency::General => Vec::new(),
        Urgency::Urgent => vec!["imminent".into()],
    };
    Command::Accept(Accept {
        urgency,
        reasons,
        nature: Nature::Hazard,
    })
}

pub(crate) fn decline() -> Command {
    Command::Decline(Decline {
        ground: "NA01".into(),
        reasons: "反映的是商品质量纠纷，不涉及安全生产。".into(),
    })
}

pub(crate) fn reasons() -> Reasons {
    Reasons {
        reasons: "核查事实不完整，请补充二号车间的情况。".into(),
    }
}

/// 调整紧急程度
pub(crate) fn reclassify(urgency: Urgency) -> Command {
    Command::Reclassify(Reclassify {
        urgency,
        reasons: match urgency {
            Urgency::Urgent => vec!["imminent".into()],
            Urgency::General => Vec::new(),
        },
        explanation: "现场发现配电箱冒烟，随时可能起火。".into(),
    })
}

pub(crate) fn dispatch() -> Command {
    Command::Dispatch(Dispatch {
        unit: STREET,
        kind: DispatchKind::Downward,
        task_sheet: "核查新桥木业有限公司二号车间疏散通道是否堵塞。".into(),
        instructions: None,
    })
}

pub(crate) fn request_supplement() -> Command {
    Command::RequestSupplement(RequestSupplement {
        missing: vec![Fact::Place, Fact::Occurred],
        note: "请说明堵塞的是哪一处通道，何时起堵塞。".into(),
    })
}

fn say(reporter: ReporterId) -> Say {
    Say {
        reporter,
        text: "是东侧那条，从上月初开始。".into(),
        files: Vec::new(),
    }
}

pub(crate) fn supplement(reporter: ReporterId) -> Command {
    Command::Supplement(say(reporter))
}

pub(crate) fn message(reporter: ReporterId) -> Command {
    Command::SendMessage(say(reporter))
}

pub(crate) const fn withdraw(reporter: ReporterId) -> Command {
    Command::Withdraw(Withdraw { reporter })
}

/// What the shell makes for words that are kept.
pub(crate) fn said(number: u128) -> Said {
    Said {
        id: MessageId(id(0xE000 + number)),
        digest: "5".repeat(64),
    }
}

pub(crate) fn visit(at: Instant) -> Command {
    Command::RecordVisit(RecordVisit {
        at,
        inspectors: "甲、乙两名执法人员".into(),
        methods: vec!["unannounced".into()],
        findings: "通道内堆放板材，宽度不足。".into(),
    })
}

pub(crate) fn evidence(hazard_removed: bool) -> Command {
    Command::AddEvidence(AddEvidence {
        kind: "audiovisual".into(),
        title: "现场照片".into(),
        file: None,
        kept_at: Some("一街档案室 3 号柜".into()),
        hazard_removed,
    })
}

pub(crate) fn contact(reporter: ReporterId, at: Instant) -> Command {
    Command::RecordContact(RecordContact {
        reporter,
        means: Means::Telephone,
        at,
        summary: "确认堵塞的是东侧通道。".into(),
    })
}

/// 申请延期
pub(crate) fn request_extension(kind: ClockKind, days: u32) -> Command {
    Command::RequestExtension(RequestExtension {
        kind,
        days,
        reasons: "需委托检测机构鉴定，鉴定周期较长。".into(),
    })
}

/// 批准延期, with the document of the higher authority
pub(crate) fn approve_extension() -> Command {
    Command::ApproveExtension(ApproveExtension {
        opinion: "情况复杂，同意延期。".into(),
        document: Some("应急核〔2026〕18号".into()),
    })
}

/// 告知延期
pub(crate) fn tell_extension(at: Instant) -> Command {
    Command::TellExtension(TellExtension {
        means: Means::Telephone,
        at,
        summary: "已告知核查进展和延期理由。".into(),
    })
}

/// 中止期限
pub(crate) fn pause(kind: ClockKind) -> Command {
    Command::PausePeriod(PausePeriod {
        kind,
        grounds: "已委托检测机构鉴定消防设施。".into(),
    })
}

/// 恢复期限
pub(crate) fn resume(kind: ClockKind) -> Command {
    Command::ResumePeriod(ResumePeriod {
        kind,
        grounds: "已收到鉴定报告。".into(),
    })
}

pub(crate) fn verification(conclusion: Conclusion, disposition: &str) -> Command {
    Command::SubmitVerification(SubmitVerification {
        conclusion,
        facts: "二号车间东侧疏散通道堆放板材。".into(),
        beyond: None,
        legal_basis: None,
        dispositions: vec![disposition.into()],
        recommendation: "责令立即清理。".into(),
    })
}

pub(crate) fn reply(reporter: ReporterId, delivered_at: Instant) -> Command {
    Command::Reply(ReplyTo {
        reporter,
        conclusion: "属实".into(),
        violations: "占用疏散通道".into(),
        verification: "现场核查，通道已清理".into(),
        decision: "责令立即整改".into(),
        reward: "是否符合奖励条件将另行告知".into(),
        means: Means::Telephone,
        delivered_at,
    })
}

pub(crate) fn feedback() -> Command {
    Command::SubmitFeedback(SubmitFeedback {
        department: "应急管理办公室".into(),
        handler: "承办人".into(),
        telephone: "022-23456789".into(),
        course: "接件当日现场核查。".into(),
        violations: "占用疏散通道".into(),
        decision: "责令立即整改，已完成".into(),
        satisfaction: Satisfaction::Satisfied,
        response: None,
    })
}

pub(crate) fn close() -> Command {
    Command::Close(Close {
        opinion: "材料齐全，同意办结。".into(),
    })
}

pub(crate) const fn lapse(kind: ClockKind, round: u32) -> Command {
    Command::RecordLapse(RecordLapse { kind, round })
}

pub(crate) fn recount() -> Command {
    Command::Recount(Recount {
        revision: RevisionId(id(0x77)),
        title: "2026 年工作日安排（调整）".into(),
    })
}
