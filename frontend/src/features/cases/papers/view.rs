//! What each paper of the procedure says, line by line.

use super::list::Matter;
use crate::{
    features::cases::detail::view::{
        report::Line,
        sheet::end,
        story::Light,
        words::{actor_word, article, code_word, code_words, pick, say},
    },
    text::format,
};
use anju_shared::{
    access::ActorRef,
    rules::entry,
    time::Instant,
    workflow::{
        Acceptance, Assignment, DeclineProposal, ExtensionDecision, ExtensionRequest, Feedback, Reply,
        SupplementRequest,
    },
};

/// What a paper says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Line by line.
    pub lines: Vec<Line>,
    /// By whom and when.
    pub signed: String,
}

impl Light<'_> {
    /// The paper written out; nothing for the sheet of a period, which the server explains.
    #[must_use]
    pub fn written(&self, matter: Matter<'_>) -> Option<Written> {
        let by = |by: &ActorRef, at: Instant| self.signature(by, at);
        let (lines, signed) = match matter {
            Matter::Asked(request) => (self.asked(request), by(&request.by, request.at)),
            Matter::Declined(proposal) => (self.declined(proposal), by(&proposal.by, proposal.at)),
            Matter::Accepted(acceptance) => (self.accepted(acceptance), by(&acceptance.by, acceptance.at)),
            Matter::Task(given) => (self.task(given), by(&given.by, given.at)),
            Matter::ExtensionAsked(request) => (self.extension_asked(request), by(&request.by, request.at)),
            Matter::ExtensionDecided(request, decision) => (
                self.extension_decided(request, decision),
                by(&decision.by, decision.at),
            ),
            Matter::ExtensionTold(request, at) => (self.extension_told(request), self.moment(at)),
            Matter::Report(report) => (self.report(report), by(&report.by, report.at)),
            Matter::Reply(reply) => (self.reply(reply), self.moment(reply.delivered_at)),
            Matter::Feedback(feedback) => (self.feedback(feedback), by(&feedback.by, feedback.at)),
            Matter::Closing(closing) => {
                let opinion = (self.texts.case_detail().closing, closing.opinion.clone());
                (vec![opinion], by(&closing.by, closing.at))
            }
            Matter::Sheet(_) => return None,
        };
        Some(Written {
            lines: lines.into_iter().filter(|(_, text)| !text.is_empty()).collect(),
            signed,
        })
    }

    fn moment(&self, at: Instant) -> String {
        format::moment(at, self.now, self.texts.language)
    }

    fn signature(&self, by: &ActorRef, at: Instant) -> String {
        format!("{} · {}", actor_word(by, self.texts), self.moment(at))
    }

    fn accepted(&self, acceptance: &Acceptance) -> Vec<Line> {
        let (words, forms, texts) = (self.texts.case_detail(), self.texts.case_forms(), self.texts);
        vec![
            (words.matter, (texts.papers().accepted)(&self.case.intake.title)),
            (forms.urgency, say!(acceptance.urgency, texts).to_owned()),
            (forms.nature, say!(acceptance.nature, texts).to_owned()),
            (
                forms.urgency_reasons,
                code_words(&self.profile.urgency_reasons, &acceptance.reasons, texts),
            ),
        ]
    }

    fn declined(&self, proposal: &DeclineProposal) -> Vec<Line> {
        let (words, forms) = (self.texts.case_detail(), self.texts.case_forms());
        let ground = code_word(&self.profile.grounds, &proposal.ground, self.texts.language);
        let clause = entry(&self.profile.grounds, &proposal.ground)
            .map(|ground| article(self.profile, &ground.clause))
            .unwrap_or_default();
        vec![
            (words.matter, self.case.intake.title.clone()),
            (forms.ground, format!("{ground} — {clause}")),
            (forms.decline_reasons, proposal.reasons.clone()),
        ]
    }

    fn asked(&self, request: &SupplementRequest) -> Vec<Line> {
        let (words, forms) = (self.texts.case_detail(), self.texts.case_forms());
        let missing: Vec<&str> = request
            .missing
            .iter()
            .map(|fact| say!(fact, self.texts))
            .collect();
        vec![
            (words.matter, self.case.intake.title.clone()),
            (forms.asked, missing.join(pick(self.texts.language, "、", ", "))),
            (forms.ask_note, request.note.clone()),
        ]
    }

    fn task(&self, given: &Assignment) -> Vec<Line> {
        let (words, forms) = (self.texts.case_detail(), self.texts.case_forms());
        vec![
            (words.unit, given.unit_name.clone()),
            (forms.task_sheet, given.task_sheet.clone()),
            (forms.instructions, given.instructions.clone().unwrap_or_default()),
        ]
    }

    /// Which period, and how much longer.
    fn extension(&self, request: &ExtensionRequest) -> Vec<Line> {
        let forms = self.texts.case_forms();
        vec![
            (forms.extension_kind, say!(request.kind, self.texts).to_owned()),
            (forms.extension_days, request.days.to_string()),
        ]
    }

    fn extension_asked(&self, request: &ExtensionRequest) -> Vec<Line> {
        let [endorsed, ..] = self.texts.case_story().extension;
        let mut lines = self.extension(request);
        lines.push((self.texts.case_forms().extension_reasons, request.reasons.clone()));
        let by = request.endorsed.as_ref();
        lines.extend(by.map(|by| (endorsed, self.signature(&by.by, by.at))));
        lines
    }

    fn extension_decided(&self, request: &ExtensionRequest, decision: &ExtensionDecision) -> Vec<Line> {
        let (words, [_, granted, refused, _]) = (self.texts.papers(), self.texts.case_story().extension);
        let outcome = if decision.granted { granted } else { refused };
        let number = decision.document.clone().unwrap_or_default();
        let mut lines = self.extension(request);
        lines.push((words.extension_decision, outcome.to_owned()));
        lines.push((words.extension_opinion, decision.opinion.clone()));
        lines.push((self.texts.case_forms().document, number));
        lines
    }

    fn extension_told(&self, request: &ExtensionRequest) -> Vec<Line> {
        let words = self.texts.case_detail();
        let clocks = &self.case.clocks;
        let clock = clocks.iter().rfind(|clock| clock.kind == request.kind);
        // What was granted later is not in the notice of what was granted before.
        let until = clock.filter(|clock| clock.extension_days == request.days);
        let until = until.map(|clock| end(&clock.due)).unwrap_or_default();
        let [_, _, told] = words.extension_papers;
        vec![
            (words.matter, self.case.intake.title.clone()),
            (told, (self.texts.papers().extension_told)(request.days, &until)),
        ]
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

    fn feedback(&self, feedback: &Feedback) -> Vec<Line> {
        let (forms, texts) = (self.texts.case_forms(), self.texts);
        vec![
            (forms.department, feedback.department.clone()),
            (forms.handler, feedback.handler.clone()),
            (forms.telephone, feedback.telephone.clone()),
            (forms.course, feedback.course.clone()),
            (forms.violations, feedback.violations.clone()),
            (forms.decision, feedback.decision.clone()),
            (forms.satisfaction, say!(feedback.satisfaction, texts).to_owned()),
            (forms.response, feedback.response.clone().unwrap_or_default()),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        features::cases::{detail::view::sample, papers::list::papers},
        text::ZH,
    };
    use anju_shared::workflow::{Case, Progress};

    /// Title and words of every paper of the procedure.
    fn written(case: &Case) -> Vec<(String, Written)> {
        let (profile, reporters) = (sample::profile(), sample::masked());
        let light = Light {
            case,
            reporters: &reporters,
            profile: &profile,
            now: sample::at("2026-11-22T09:00:00+08:00"),
            texts: &ZH,
        };
        let all = papers(case, &reporters, &ZH).into_iter();
        all.filter_map(|paper| Some((paper.title, light.written(paper.matter)?)))
            .collect()
    }

    fn says(paper: &Written, name: &str, text: &str) {
        let line = paper.lines.iter().find(|(line, _)| *line == name);
        let line = line.unwrap_or_else(|| panic!("{name} in {paper:?}"));
        assert!(line.1.contains(text), "{line:?}");
    }

    #[test]
    fn an_extension_has_its_request_its_decision_and_what_the_reporters_were_told_tj_9_3() {
        let mut case = sample::extended();
        assert_eq!(written(&case).len(), 4);
        if let Progress::Verifying(handling) = &mut case.progress {
            handling.extensions[0].told_at = Some(sample::at("2026-11-13T15:00:00+08:00"));
        }
        let [_, _, (asks, asked), (decides, decided), (tells, told)] = &written(&case)[..] else {
            panic!("five papers")
        };
        assert_eq!([asks, decides, tells], ["延期申请", "延期批复", "延期告知"]);
        says(asked, "延期理由", "需委托检测");
        says(asked, ZH.case_story().extension[0], "曾辉");
        assert!(asked.signed.starts_with("林远"), "{}", asked.signed);
        says(decided, "批复", ZH.case_story().extension[1]);
        says(decided, "批复意见", "同意延期");
        says(told, "延期告知", "延长办理期限 10 日，至 2026-12-07 24:00");
    }

    #[test]
    fn what_a_paper_has_nothing_to_say_of_is_no_line_of_it() {
        let all = written(&sample::verifying());
        let (title, task) = &all[1];
        assert_eq!(title, "任务单");
        says(task, ZH.case_detail().unit, "区规自局");
        assert!(
            task.lines
                .iter()
                .all(|(name, _)| *name != ZH.case_forms().instructions)
        );
    }
}
