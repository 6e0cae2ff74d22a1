//! The beginning of a case: everything about work safety is received (MEM-4.1); what is missing is listed.

use super::{
    Context,
    case::{Intake, Reporter},
    clocks::{Facts, started},
    command::Register,
    event::{Event, Registered},
    refusal::Refusal,
    stage::Fact,
};
use crate::{
    access::ActorRef,
    ids::CaseId,
    problem::{Bilingual, Violation},
    rules::{StartEvent, entry},
};

/// The id and number made for a new case.
#[derive(Clone, Debug)]
pub struct Numbered {
    /// The id.
    pub id: CaseId,
    /// The number, drawn from the database.
    pub number: String,
}

/// Registers a report (登记, TJ-7.2).
///
/// # Errors
/// [`Refusal::Invalid`] with every field that names something unknown. Missing facts are no error.
pub fn register(
    command: Register,
    numbered: Numbered,
    by: ActorRef,
    context: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    let violations = violations(&command, context);
    if !violations.is_empty() {
        return Err(Refusal::Invalid(violations));
    }
    let missing = missing(&command, context);
    let title = command.title.clone().unwrap_or_else(|| title(&command));
    let Register {
        channel,
        received_at,
        source,
        external_number,
        matter,
        title: _,
        has_facts: _,
        has_clues: _,
        original_digest,
        reporters,
        files,
    } = command;
    let received_at = received_at.unwrap_or(context.now);
    let reporters: Vec<Reporter> = reporters
        .into_iter()
        .map(|new| Reporter {
            id: new.id,
            capacity: new.capacity,
            real_name: new.real_name,
            wants_paper: new.wants_paper,
            reply: None,
            withdrawn_at: None,
        })
        .collect();
    let facts = Facts {
        urgency: None,
        real_name: reporters.iter().any(|r| r.real_name),
        clocks: &[],
    };
    let clocks = started(StartEvent::Received, received_at, facts, context);
    let intake = Intake {
        channel,
        received_at,
        registered_at: context.now,
        registered_by: by,
        source,
        external_number,
        matter,
        title,
        missing,
        original_digest,
        files,
    };
    let first = Event::Registered(Registered {
        id: numbered.id,
        number: numbered.number,
        intake,
        reporters,
    });
    Ok(std::iter::once(first).chain(clocks).collect())
}

fn violations(command: &Register, context: &Context<'_>) -> Vec<Violation> {
    let mut violations = Vec::new();
    let profile = context.profile;
    let dictionaries = [
        ("channel", Some(&command.channel), &profile.channels),
        ("region", command.matter.region.as_ref(), &profile.regions),
        ("industry", command.matter.industry.as_ref(), &profile.industries),
    ];
    for (field, code, dictionary) in dictionaries {
        if code.is_some_and(|code| entry(dictionary, code).is_none()) {
            violations.push(unknown_code(field));
        }
    }
    if command.received_at.is_some_and(|at| at > context.now) {
        let message = Bilingual::new(
            "接收时间不能晚于现在",
            "The time of receipt cannot lie in the future",
        );
        violations.push(Violation::new("received_at", "in_future", message));
    }
    if command.reporters.is_empty() {
        let message = Bilingual::new(
            "至少登记一名举报人，匿名的也要登记",
            "Record at least one reporter, anonymous or not",
        );
        violations.push(Violation::new("reporters", "missing", message));
    }
    violations
}

/// A code that the profile's dictionary does not know. It is not repeated: anything may stand in it.
pub(super) fn unknown_code(field: impl Into<String>) -> Violation {
    let message = Bilingual::new(
        "该代码不在办理规则的字典中，请从列表中选择",
        "This code is not in the dictionary of the rules; choose from the list",
    );
    Violation::new(field, "unknown_code", message)
}

fn missing(command: &Register, context: &Context<'_>) -> Vec<Fact> {
    let matter = &command.matter;
    let has = |fact| match fact {
        Fact::Enterprise => matter.enterprise.is_some(),
        Fact::Address => matter.address.is_some(),
        Fact::Region => matter.region.is_some(),
        Fact::Occurred => matter.occurred.is_some(),
        Fact::Place => matter.place.is_some(),
        Fact::Facts => command.has_facts,
        Fact::Clues => command.has_clues,
    };
    context
        .profile
        .required
        .iter()
        .map(|required| required.field)
        .filter(|fact| !has(*fact))
        .collect()
}

/// A line for lists that gives away nothing of how the reporter put it.
fn title(command: &Register) -> String {
    let enterprise = command.matter.enterprise.as_deref().unwrap_or("被举报单位待查");
    let nature = command
        .matter
        .nature
        .map_or("安全生产举报", super::stage::Nature::zh);
    format!("{enterprise}：{nature}")
}
