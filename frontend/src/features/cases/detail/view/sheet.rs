//! 期限计算说明: what the sheet of one period says, so that it can be checked with a paper calendar.

use super::{clocks::title, report::Line};
use crate::text::{Texts, format};
use anju_shared::{
    api::{deadlines::ClockExplanation, rules::CitedClause, session::Account},
    deadlines::Due,
    time::Instant,
};

/// The sheet of one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// What stands above the steps: which period, under which clause, from when.
    pub lines: Vec<Line>,
    /// The steps, in order.
    pub steps: Vec<String>,
    /// What stands below them: when it ends, and by what it was counted.
    pub result: Vec<Line>,
    /// What must be known of the result: it is provisional, or not the one on record.
    pub notes: Vec<String>,
    /// When it was made, by whom.
    pub signed: String,
}

/// The sheet, made at this moment by this person.
#[must_use]
pub fn sheet(told: &ClockExplanation, made: (Instant, &Account), texts: &'static Texts) -> Sheet {
    let (words, clock, why) = (texts.sheet(), &told.clock, &told.explanation);
    let mut period = title(clock, texts);
    if clock.round > 1 {
        period = format!("{period} · {}", (words.round)(clock.round));
    }
    let cited = |clause: &CitedClause| format!("{}\n{}", clause.basis.citation(), clause.text);
    let mut lines = vec![(words.period, period)];
    lines.extend(why.clause.as_ref().map(|clause| (words.clause, cited(clause))));
    lines.extend(
        why.extension
            .as_ref()
            .map(|clause| (words.extension, cited(clause))),
    );
    lines.push((words.start, format::moment_input(clock.count().start)));
    let mut notes = Vec::new();
    match clock.pause() {
        Some(pause) => notes.push((texts.case_detail().paused)(
            pause.reason.text(texts.language),
            &format::moment_input(pause.from),
            &end(&why.due),
        )),
        None if why.due.at != clock.due.at => notes.push((words.differs)(&end(&clock.due))),
        None => {}
    }
    if why.due.provisional {
        notes.push(texts.time().provisional_more.to_owned());
    }
    let versions = (words.versions)(&told.rules.id, told.rules.version, &why.calendar);
    let (at, by) = made;
    Sheet {
        lines,
        steps: why
            .steps
            .iter()
            .map(|step| step.text.text(texts.language).to_owned())
            .collect(),
        result: vec![(words.ends, end(&why.due)), (words.made_with, versions)],
        notes,
        signed: (words.printed)(&format::moment_input(at), &by.name, &by.unit.name),
    }
}

/// The end with its year, as paper wants it: a last day with 24:00, or the minute.
#[must_use]
pub fn end(due: &Due) -> String {
    due.last_day
        .map_or_else(|| format::moment_input(due.at), |day| format!("{day} 24:00"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{features::cases::detail::view::sample, text::ZH};
    use anju_shared::rules::ClockKind;

    fn told() -> ClockExplanation {
        let (case, profile) = (sample::dispatched(), sample::profile());
        let told = sample::with_context(&profile, |context| {
            ClockExplanation::of(&case, ClockKind::Handling, 1, context)
        });
        told.expect("it runs")
    }

    #[test]
    fn the_sheet_stands_alone_clause_with_words_start_steps_and_last_day_tj_9_1() {
        let (account, at) = (sample::handler_account(), sample::at("2026-11-22T09:15:00+08:00"));
        let sheet = sheet(&told(), (at, &account), &ZH);
        assert_eq!(sheet.lines[0].1, "核查并反馈 · 10 个工作日");
        assert!(
            sheet.lines[1].1.contains("第九条第一款（TJ-9.1）\n"),
            "{:?}",
            sheet.lines[1]
        );
        assert_eq!(sheet.lines[2].1, "2026-11-12 11:20");
        assert!(sheet.steps.iter().any(|step| step.starts_with("期限届满")));
        assert_eq!(sheet.result[0].1, "2026-11-26 24:00");
        assert!(sheet.result[1].1.contains("规则 TJ 版本"));
        assert_eq!(sheet.signed, "2026-11-22 09:15 由区规自局 林远 制作");
        assert!(sheet.notes.is_empty());
    }

    #[test]
    fn an_end_that_is_not_the_one_on_record_is_said_so() {
        let mut told = told();
        let day = told.clock.due.last_day.expect("a day").plus(1);
        told.clock.due = Due {
            at: day.plus(1).start(),
            last_day: Some(day),
            provisional: false,
        };
        let (account, at) = (sample::handler_account(), sample::at("2026-11-22T09:15:00+08:00"));
        let sheet = sheet(&told, (at, &account), &ZH);
        assert!(sheet.notes[0].contains("2026-11-27 24:00"), "{:?}", sheet.notes);
    }
}
