//! 文书: what the procedure has brought forth so far, each as a document that can be read and printed.

use super::{
    sheet::end,
    story::Light,
    words::{actor_word, article, code_word, code_words, reporter_word, say},
};
use crate::text::format;
use anju_shared::{
    access::ActorRef,
    rules::entry,
    time::Instant,
    workflow::{
        Acceptance, DeclineProposal, ExtensionRequest, Feedback, Handling, Progress, Reply, Report,
        SupplementRequest,
    },
};

/// A line of a document: its name and what it says.
pub type Line = (&'static str, String);

/// A document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Which; the same as long as it exists.
    pub key: String,
    /// What it is called.
    pub title: String,
    /// What it says, line by line.
    pub lines: Vec<Line>,
    /// By whom and when.
    pub signed: String,
}

impl Light<'_> {
    /// Every document of the case, in the order of the procedure.
    #[must_use]
    pub fn all(&self) -> Vec<Document> {
        let mut all = Vec::new();
        match &self.case.progress {
            Progress::SupplementRequested(request) => all.push(self.asked(request)),
            Progress::Declined { proposal, .. } => all.push(self.declined(proposal)),
            _ => {}
        }
        all.extend(self.case.acceptance().map(|acceptance| self.accepted(acceptance)));
        if let Some(handling) = self.case.handling() {
            all.push(self.task(handling));
            let asked = handling.extensions.iter().enumerate();
            all.extend(asked.flat_map(|(place, request)| self.extension(place, request)));
            let report = handling.report.as_ref();
            all.extend(report.map(|report| {
                self.paper(
                    "report",
                    self.texts.case_detail().report,
                    self.report(report),
                    (&report.by, report.at),
                )
            }));
        }
        all.extend(self.replies());
        let feedback = self
            .case
            .handling()
            .and_then(|handling| handling.feedback.as_ref());
        all.extend(feedback.map(|feedback| self.feedback(feedback)));
        if let Progress::Closed { closing, .. } = &self.case.progress {
            let words = self.texts.case_detail();
            let lines = vec![(words.closing, closing.opinion.clone())];
            all.push(self.paper("closing", words.closing, lines, (&closing.by, closing.at)));
        }
        all
    }

    fn paper(&self, key: &str, title: &str, lines: Vec<Line>, (by, at): (&ActorRef, Instant)) -> Document {
        Document {
            key: key.to_owned(),
            title: title.to_owned(),
            lines: lines.into_iter().filter(|(_, text)| !text.is_empty()).collect(),
            signed: self.signature(by, at),
        }
    }

    fn signature(&self, by: &ActorRef, at: Instant) -> String {
        let at = format::moment(at, self.now, self.texts.language);
        format!("{} · {at}", actor_word(by, self.texts))
    }

    fn accepted(&self, acceptance: &Acceptance) -> Document {
        let (words, forms, texts) = (self.texts.case_detail(), self.texts.case_forms(), self.texts);
        let lines = vec![
            (words.matter, (words.accepted_notice)(&self.case.intake.title)),
            (forms.urgency, say!(acceptance.urgency, texts).to_owned()),
            (forms.nature, say!(acceptance.nature, texts).to_owned()),
            (
                forms.urgency_reasons,
                code_words(&self.profile.urgency_reasons, &acceptance.reasons, texts),
            ),
        ];
        self.paper(
            "accepted",
            words.notices[0],
            lines,
            (&acceptance.by, acceptance.at),
        )
    }

    fn declined(&self, proposal: &DeclineProposal) -> Document {
        let (words, forms) = (self.texts.case_detail(), self.texts.case_forms());
        let ground = code_word(&self.profile.grounds, &proposal.ground, self.texts.language);
        let clause = entry(&self.profile.grounds, &proposal.ground)
            .map(|ground| article(self.profile, &ground.clause))
            .unwrap_or_default();
        let lines = vec![
            (words.matter, self.case.intake.title.clone()),
            (forms.ground, format!("{ground} — {clause}")),
            (forms.decline_reasons, proposal.reasons.clone()),
        ];
        self.paper("declined", words.notices[1], lines, (&proposal.by, proposal.at))
    }

    fn asked(&self, request: &SupplementRequest) -> Document {
        let (words, forms) = (self.texts.case_detail(), self.texts.case_forms());
        let missing: Vec<&str> = request
            .missing
            .iter()
            .map(|fact| say!(fact, self.texts))
            .collect();
        let lines = vec![
            (words.matter, self.case.intake.title.clone()),
            (
                forms.asked,
                missing.join(super::words::pick(self.texts.language, "、", ", ")),
            ),
            (forms.ask_note, request.note.clone()),
        ];
        self.paper("asked", words.notices[2], lines, (&request.by, request.at))
    }

    fn task(&self, handling: &Handling) -> Document {
        let (words, forms) = (self.texts.case_detail(), self.texts.case_forms());
        let given = &handling.assignment;
        let lines = vec![
            (words.unit, given.unit_name.clone()),
            (forms.task_sheet, given.task_sheet.clone()),
            (forms.instructions, given.instructions.clone().unwrap_or_default()),
        ];
        self.paper("task", words.task_sheet, lines, (&given.by, given.at))
    }

    /// The request, the decision, and what the reporters were told (延期申请、批复、告知).
    fn extension(&self, place: usize, request: &ExtensionRequest) -> Vec<Document> {
        let (words, forms, story) = (
            self.texts.case_detail(),
            self.texts.case_forms(),
            self.texts.case_story(),
        );
        let [asked, decided, told] = words.extension_papers;
        let key = |paper: &str| format!("extension-{place}-{paper}");
        let [endorsed, granted, refused, _] = story.extension;
        let which = [
            (forms.extension_kind, say!(request.kind, self.texts).to_owned()),
            (forms.extension_days, request.days.to_string()),
        ];
        let mut lines = which.to_vec();
        lines.push((forms.extension_reasons, request.reasons.clone()));
        lines.extend(
            request
                .endorsed
                .as_ref()
                .map(|by| (endorsed, self.signature(&by.by, by.at))),
        );
        let mut papers = vec![self.paper(&key("asked"), asked, lines, (&request.by, request.at))];
        if let Some(decision) = &request.decision {
            let mut lines = which.to_vec();
            let outcome = if decision.granted { granted } else { refused };
            lines.push((words.extension_decision, outcome.to_owned()));
            lines.push((words.extension_opinion, decision.opinion.clone()));
            lines.push((forms.document, decision.document.clone().unwrap_or_default()));
            papers.push(self.paper(&key("decided"), decided, lines, (&decision.by, decision.at)));
        }
        if let Some(at) = request.told_at {
            let clock = self
                .case
                .clocks
                .iter()
                .rev()
                .find(|clock| clock.kind == request.kind);
            // What was granted later is not in the notice of what was granted before.
            let until = clock.filter(|clock| clock.extension_days == request.days);
            let until = until.map(|clock| end(&clock.due)).unwrap_or_default();
            papers.push(Document {
                key: key("told"),
                title: told.to_owned(),
                lines: vec![
                    (words.matter, self.case.intake.title.clone()),
                    (told, (words.extension_told)(request.days, &until)),
                ],
                signed: format::moment(at, self.now, self.texts.language),
            });
        }
        papers
    }

    /// What a verification report says.
    #[must_use]
    pub fn report(&self, report: &Report) -> Vec<Line> {
        let (forms, texts) = (self.texts.case_forms(), self.texts);
        vec![
            (forms.conclusion, say!(report.conclusion, texts).to_owned()),
            (forms.facts, report.facts.clone()),
            (forms.beyond, report.beyond.clone().unwrap_or_default()),
            (forms.legal_basis, report.legal_basis.clone().unwrap_or_default()),
            (
                forms.dispositions,
                code_words(&self.profile.dispositions, &report.dispositions, texts),
            ),
            (forms.recommendation, report.recommendation.clone()),
        ]
    }

    /// One for each reporter who has one (逐一回复, TJ-11.2).
    fn replies(&self) -> impl Iterator<Item = Document> {
        self.case.reporters.iter().filter_map(|reporter| {
            let reply = reporter.reply.as_ref()?;
            let word = reporter_word(self.reporters, reporter.id, self.texts);
            Some(Document {
                key: format!("reply-{}", reporter.id),
                title: (self.texts.case_detail().reply_to)(&word),
                lines: self.reply(reply),
                signed: format::moment(reply.delivered_at, self.now, self.texts.language),
            })
        })
    }

    fn reply(&self, reply: &Reply) -> Vec<Line> {
        let forms = self.texts.case_forms();
        vec![
            (forms.reply_conclusion, reply.conclusion.clone()),
            (forms.violations, reply.violations.clone()),
            (forms.verification, reply.verification.clone()),
            (forms.decision, reply.decision.clone()),
            (forms.reward, reply.reward.clone()),
            (forms.means, say!(reply.means, self.texts).to_owned()),
        ]
    }

    fn feedback(&self, feedback: &Feedback) -> Document {
        let (forms, texts) = (self.texts.case_forms(), self.texts);
        let lines = vec![
            (forms.department, feedback.department.clone()),
            (forms.handler, feedback.handler.clone()),
            (forms.telephone, feedback.telephone.clone()),
            (forms.course, feedback.course.clone()),
            (forms.violations, feedback.violations.clone()),
            (forms.decision, feedback.decision.clone()),
            (forms.satisfaction, say!(feedback.satisfaction, texts).to_owned()),
            (forms.response, feedback.response.clone().unwrap_or_default()),
        ];
        self.paper(
            "feedback",
            texts.case_detail().feedback,
            lines,
            (&feedback.by, feedback.at),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{features::cases::detail::view::sample, text::ZH};
    use anju_shared::workflow::Case;

    fn papers(case: &Case) -> Vec<Document> {
        let (profile, reporters) = (sample::profile(), sample::masked());
        let papers = Light {
            case,
            reporters: &reporters,
            profile: &profile,
            now: sample::at("2026-11-22T09:00:00+08:00"),
            texts: &ZH,
        };
        papers.all()
    }

    fn titles(case: &Case) -> Vec<String> {
        papers(case).into_iter().map(|paper| paper.title).collect()
    }

    fn says(paper: &Document, name: &str, text: &str) {
        let line = paper.lines.iter().find(|(line, _)| *line == name);
        let line = line.unwrap_or_else(|| panic!("{name} in {paper:?}"));
        assert!(line.1.contains(text), "{line:?}");
    }

    #[test]
    fn an_extension_has_its_request_its_decision_and_what_the_reporters_were_told_tj_9_3() {
        let mut case = sample::extended();
        assert_eq!(titles(&case)[2..], ["延期申请", "延期批复"]);
        if let Progress::Verifying(handling) = &mut case.progress {
            handling.extensions[0].told_at = Some(sample::at("2026-11-13T15:00:00+08:00"));
        }
        let [_, _, asked, decided, told] = &papers(&case)[..] else {
            panic!("five papers")
        };
        says(asked, "延期理由", "需委托检测");
        says(asked, ZH.case_story().extension[0], "曾辉");
        assert!(asked.signed.starts_with("林远"), "{}", asked.signed);
        says(decided, "批复", ZH.case_story().extension[1]);
        says(decided, "批复意见", "同意延期");
        says(told, "延期告知", "延长办理期限 10 日，至 2026-12-07 24:00");
    }

    #[test]
    fn a_case_has_the_documents_that_its_steps_brought_forth_and_no_others() {
        assert!(titles(&sample::registered()).is_empty());
        assert_eq!(titles(&sample::verifying()), ["受理告知书", "任务单"]);
    }
}
