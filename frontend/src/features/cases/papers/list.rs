//! Which papers a case has: enough for the way to them, and nothing of what they say.

use crate::{
    features::cases::detail::view::words::reporter_word,
    text::{Texts, case_detail::CaseDetailTexts},
};
use anju_shared::{
    api::cases::MaskedReporter,
    time::Instant,
    workflow::{
        Acceptance, Assignment, Case, Clock, Closing, DeclineProposal, ExtensionDecision, ExtensionRequest,
        Feedback, Progress, Reply, Report, SupplementRequest,
    },
};

/// Names the paper in the address.
pub const PAPER: &str = "paper";

/// A paper.
#[derive(Clone, Debug)]
pub struct Paper<'a> {
    /// Which; the same as long as it exists, and plain enough for an address.
    pub key: String,
    /// What it is called.
    pub title: String,
    /// What it is made of.
    pub matter: Matter<'a>,
}

/// What the procedure has brought forth, and a period that runs.
#[derive(Clone, Copy, Debug)]
pub enum Matter<'a> {
    /// 补充材料通知
    Asked(&'a SupplementRequest),
    /// 不予受理告知书
    Declined(&'a DeclineProposal),
    /// 受理告知书
    Accepted(&'a Acceptance),
    /// 任务单
    Task(&'a Assignment),
    /// 延期申请
    ExtensionAsked(&'a ExtensionRequest),
    /// 延期批复
    ExtensionDecided(&'a ExtensionRequest, &'a ExtensionDecision),
    /// 延期告知
    ExtensionTold(&'a ExtensionRequest, Instant),
    /// 核查报告
    Report(&'a Report),
    /// 答复书
    Reply(&'a Reply),
    /// 反馈表
    Feedback(&'a Feedback),
    /// 办结意见
    Closing(&'a Closing),
    /// 期限计算说明
    Sheet(&'a Clock),
}

/// Every paper of the case: those of the procedure in its order, then the sheet of every period that runs.
#[must_use]
pub fn papers<'a>(case: &'a Case, reporters: &[MaskedReporter], texts: &Texts) -> Vec<Paper<'a>> {
    let words = texts.case_detail();
    let paper = |key: &str, title: &str, matter| Paper {
        key: key.to_owned(),
        title: title.to_owned(),
        matter,
    };
    let [accepted, declined, asked] = words.notices;
    let mut all = Vec::new();
    match &case.progress {
        Progress::SupplementRequested(request) => all.push(paper("asked", asked, Matter::Asked(request))),
        Progress::Declined { proposal, .. } => {
            all.push(paper("declined", declined, Matter::Declined(proposal)));
        }
        _ => {}
    }
    let acceptance = case.acceptance();
    all.extend(acceptance.map(|acceptance| paper("accepted", accepted, Matter::Accepted(acceptance))));
    if let Some(handling) = case.handling() {
        let assignment = Matter::Task(&handling.assignment);
        all.push(paper("task", words.task_sheet, assignment));
        for (place, request) in handling.extensions.iter().enumerate() {
            extension(place, request, words, &mut all);
        }
        let report = handling.report.as_ref();
        all.extend(report.map(|report| paper("report", words.report, Matter::Report(report))));
    }
    // One for each reporter who has one (逐一回复, TJ-11.2).
    all.extend(case.reporters.iter().filter_map(|reporter| {
        let title = (words.reply_to)(&reporter_word(reporters, reporter.id, texts));
        let reply = Matter::Reply(reporter.reply.as_ref()?);
        Some(paper(&format!("reply-{}", reporter.id), &title, reply))
    }));
    let feedback = case.handling().and_then(|handling| handling.feedback.as_ref());
    all.extend(feedback.map(|feedback| paper("feedback", words.feedback, Matter::Feedback(feedback))));
    if let Progress::Closed { closing, .. } = &case.progress {
        all.push(paper("closing", words.closing, Matter::Closing(closing)));
    }
    let running = case.clocks.iter().filter(|clock| clock.stopped_at.is_none());
    all.extend(running.map(|clock| {
        let title = (texts.sheet().of)(clock.name.text(texts.language));
        let key = format!("sheet-{}-{}", clock.kind, clock.round);
        paper(&key, &title, Matter::Sheet(clock))
    }));
    all
}

/// The request, the decision, and what the reporters were told (延期申请、批复、告知).
fn extension<'a>(
    place: usize,
    request: &'a ExtensionRequest,
    words: &CaseDetailTexts,
    all: &mut Vec<Paper<'a>>,
) {
    let mut add = |end: &str, title: &str, matter| {
        all.push(Paper {
            key: format!("extension-{place}-{end}"),
            title: title.to_owned(),
            matter,
        });
    };
    let [asked, decided, told] = words.extension_papers;
    add("asked", asked, Matter::ExtensionAsked(request));
    if let Some(decision) = &request.decision {
        add("decided", decided, Matter::ExtensionDecided(request, decision));
    }
    if let Some(at) = request.told_at {
        add("told", told, Matter::ExtensionTold(request, at));
    }
}

/// The paper that is asked for; else what the procedure brought forth last; else the sheet of the first period.
#[must_use]
pub fn chosen<'p, 'a>(papers: &'p [Paper<'a>], wanted: Option<&str>) -> Option<&'p Paper<'a>> {
    let of_procedure = |paper: &&Paper<'_>| !matches!(paper.matter, Matter::Sheet(_));
    papers
        .iter()
        .find(|paper| Some(paper.key.as_str()) == wanted)
        .or_else(|| papers.iter().rfind(of_procedure))
        .or_else(|| papers.first())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{features::cases::detail::view::sample, text::ZH};

    fn titles(case: &Case) -> Vec<String> {
        let papers = papers(case, &sample::masked(), &ZH);
        papers.into_iter().map(|paper| paper.title).collect()
    }

    #[test]
    fn a_case_has_the_papers_that_its_steps_brought_forth_and_a_sheet_for_what_runs() {
        assert!(
            titles(&sample::registered())
                .iter()
                .all(|title| title.starts_with("期限计算说明（"))
        );
        let of_verifying = titles(&sample::verifying());
        assert_eq!(of_verifying[..2], ["受理告知书", "任务单"]);
        assert!(of_verifying[2..].contains(&"期限计算说明（核查并反馈）".to_owned()));
    }

    #[test]
    fn whoever_asks_for_none_gets_what_was_brought_forth_last() {
        let case = sample::verifying();
        let all = papers(&case, &sample::masked(), &ZH);
        let key = |wanted| chosen(&all, wanted).map(|paper| paper.key.as_str());
        assert_eq!(key(None), Some("task"));
        assert_eq!(key(Some("accepted")), Some("accepted"));
        assert_eq!(key(Some("sheet-handling-1")), Some("sheet-handling-1"));
        assert_eq!(key(Some("closing")), Some("task"));
        assert!(chosen(&[], None).is_none());
    }
}
