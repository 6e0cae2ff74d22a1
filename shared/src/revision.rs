//! Who may do what with a revision (修订) of rules or calendar, and what it does to a period. Pure; the server obeys
//! it and the page draws its buttons from it.
//!
//! Not here: what a revision says (`rules`, `calendar`) and how its periods are counted (`deadlines`).

use crate::{
    access::{Actor, Operation, Resource, may},
    deadlines::Due,
    ids::UserId,
    problem::{Bilingual, Language},
    time::{Instant, LegalDate},
    workflow::words,
};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

words! {
    /// What is revised.
    RevisionKind {
        /// A layer of rules.
        Layer = "layer", "办理规则", "Rules";
        /// An arrangement of working days.
        Calendar = "calendar", "工作日日历", "Calendar";
    }
}

words! {
    /// How far a revision is.
    RevisionState {
        /// It may still be changed.
        Draft = "draft", "草稿", "Draft";
        /// It waits for a second person.
        Submitted = "submitted", "待发布", "Awaiting publication";
        /// It holds from its first day on.
        Published = "published", "已发布", "Published";
        /// It holds, and the periods that run are counted by it.
        Applied = "applied", "已施行", "In effect";
        /// It came to nothing.
        Discarded = "discarded", "已作废", "Discarded";
    }
}

words! {
    /// What may be done with a revision, in the order of its way.
    RevisionAction {
        /// 起草
        Draft = "draft", "起草", "Draft";
        /// 修改
        Edit = "edit", "修改", "Edit";
        /// 模拟
        Simulate = "simulate", "模拟", "Simulate";
        /// 提交
        Submit = "submit", "提交发布", "Submit";
        /// 退回
        Return = "return", "退回修改", "Send back";
        /// 发布
        Publish = "publish", "发布", "Publish";
        /// 施行 (by Anju itself)
        Apply = "apply", "施行", "Apply";
        /// 作废
        Discard = "discard", "作废", "Discard";
    }
}

words! {
    /// In which way a period changes.
    Shift {
        /// It was in time and would be late.
        NewlyLate = "newly_late", "新增逾期", "Newly late";
        /// It was late and would be in time.
        NoLongerLate = "no_longer_late", "不再逾期", "No longer late";
        /// It ends sooner.
        Earlier = "earlier", "提前", "Earlier";
        /// It ends later.
        Later = "later", "延后", "Later";
        /// The same day, which is certain now, or is not any more.
        Confirmed = "confirmed", "日期不变", "Same day";
    }
}

impl Shift {
    /// How an end changes that is compared with `done`: when the period was stopped, or now.
    #[must_use]
    pub fn of(before: Due, after: Due, done: Instant) -> Option<Self> {
        match (before.at <= done, after.at <= done) {
            (false, true) => Some(Self::NewlyLate),
            (true, false) => Some(Self::NoLongerLate),
            _ if after.at < before.at => Some(Self::Earlier),
            _ if before.at < after.at => Some(Self::Later),
            _ if before != after => Some(Self::Confirmed),
            _ => None,
        }
    }
}

/// What of a revision decides what may be done with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// How far it is.
    pub state: RevisionState,
    /// Of what.
    pub kind: RevisionKind,
    /// How many faults it has.
    pub faults: usize,
    /// Whether what it says now was simulated.
    pub simulated: bool,
    /// Its first day.
    pub in_force_from: LegalDate,
    /// Who wrote it as it stands, and who submitted it.
    pub authors: Vec<UserId>,
    /// Today.
    pub today: LegalDate,
}

/// Why something may not be done with a revision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RevisionRefusal {
    /// The caller's roles do not include it.
    NotForYou,
    /// It is not far enough, or too far.
    WrongState(RevisionState),
    /// It has faults.
    Faulty(usize),
    /// What it says now was not simulated.
    NotSimulated,
    /// Its first day is not in the future.
    TooEarly(LegalDate),
    /// Whoever wrote or submitted it does not publish it.
    SamePerson,
}

impl RevisionRefusal {
    /// Stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotForYou => "wrong_role",
            Self::WrongState(_) => "wrong_state",
            Self::Faulty(_) => "faulty",
            Self::NotSimulated => "not_simulated",
            Self::TooEarly(_) => "too_early",
            Self::SamePerson => "same_person",
        }
    }

    /// The clause on which it rests.
    #[must_use]
    pub const fn clause(&self) -> &'static str {
        match self {
            Self::TooEarly(_) => "TJ-23",
            _ => CLAUSE,
        }
    }

    /// In words.
    #[must_use]
    pub fn message(&self) -> Bilingual {
        match self {
            Self::NotForYou => Bilingual::new(
                "修订由系统管理员或安委办负责人起草，由安委办负责人发布",
                "Revisions are drafted by the system administrator or the office leader, and published by the office leader",
            ),
            Self::WrongState(state) => Bilingual::new(
                format!("该修订{}，不能进行此项操作", state.zh()),
                format!(
                    "This revision is {}: this cannot be done",
                    state.en().to_lowercase()
                ),
            ),
            Self::Faulty(count) => Bilingual::new(
                format!("还有 {count} 处不一致，请先改正"),
                format!("{count} inconsistencies are left: correct them first"),
            ),
            Self::NotSimulated => {
                Bilingual::new("请先对现在的内容完成模拟", "Simulate what it says now first")
            }
            Self::TooEarly(today) => Bilingual::new(
                format!("施行日应晚于今天（{today}），已受理的举报适用受理时的规则"),
                format!(
                    "The first day must be after today ({today}): cases keep the rules under which they were accepted"
                ),
            ),
            Self::SamePerson => Bilingual::new(
                "须由起草、提交以外的另一人发布",
                "A second person publishes it, who neither wrote nor submitted it",
            ),
        }
    }
}

/// The clause of the procedure for revisions.
pub const CLAUSE: &str = "AJ-R";

/// Whether this actor may do this with a revision.
///
/// # Errors
/// What stands against it: role, state, then what is missing.
pub fn permit(actor: &Actor, action: RevisionAction, standing: &Standing) -> Result<(), RevisionRefusal> {
    use RevisionAction as A;
    use RevisionState as S;
    let operation = match action {
        A::Draft | A::Edit | A::Simulate | A::Submit | A::Discard => Operation::DraftRevision,
        A::Return | A::Publish => Operation::PublishRevision,
        A::Apply => Operation::RecountCases,
    };
    if may(actor, operation, &Resource::Everything).is_err() {
        return Err(RevisionRefusal::NotForYou);
    }
    let states: &[S] = match action {
        A::Draft => &[S::Draft, S::Submitted, S::Published, S::Applied, S::Discarded],
        A::Edit | A::Simulate | A::Submit => &[S::Draft],
        A::Return | A::Publish => &[S::Submitted],
        A::Discard => &[S::Draft, S::Submitted],
        A::Apply => &[S::Published],
    };
    if !states.contains(&standing.state) {
        return Err(RevisionRefusal::WrongState(standing.state));
    }
    if matches!(action, A::Simulate | A::Submit | A::Publish) && standing.faults > 0 {
        return Err(RevisionRefusal::Faulty(standing.faults));
    }
    if matches!(action, A::Submit | A::Publish) {
        if !standing.simulated {
            return Err(RevisionRefusal::NotSimulated);
        }
        // A calendar is what the State Council says, whenever it is entered; rules bind from a day to come.
        if standing.kind == RevisionKind::Layer && standing.in_force_from <= standing.today {
            return Err(RevisionRefusal::TooEarly(standing.today));
        }
    }
    let person = actor.reference().user();
    if action == A::Publish && person.is_none_or(|person| standing.authors.contains(&person)) {
        return Err(RevisionRefusal::SamePerson);
    }
    Ok(())
}
