//! What the workbench shows, and what it offers to whom. Pure.

use crate::text::{Texts, format};
use anju_shared::{
    access::Role,
    api::workbench::{Waiting, Work, WorkItem, Workbench},
    calendar::{Calendar, Day},
    time::Instant,
    workflow::{Action, role},
};

/// Rows of a group at first, and when more are wanted.
pub const ROWS: (u32, u32) = (20, 100);

/// Whether somebody in these roles ever has this kind of work.
#[must_use]
pub fn has_work(work: Work, roles: &[Role]) -> bool {
    let mine = |action: &Action| role(*action).is_some_and(|role| roles.contains(&role));
    Action::ALL.iter().filter(|action| work.takes(**action)).any(mine)
}

/// How many cases of this kind of work wait, and whether any of them is overdue.
#[must_use]
pub fn waiting(work: Work, waiting: &[Waiting]) -> (u64, bool) {
    let taken = || waiting.iter().filter(|one| work.takes(one.action));
    (
        taken().map(|one| one.total).sum(),
        taken().any(|one| one.overdue > 0),
    )
}

/// What can be done to a row right here, the usual first: a decision can go either way.
#[must_use]
pub fn acts(work: Work, item: &WorkItem) -> Vec<Action> {
    let Some(next) = item.next else { return vec![] };
    let other = match (work, next) {
        (Work::Decisions, Action::ConfirmDecline) => Some(Action::RejectDecline),
        (Work::Decisions, Action::EndorseExtension | Action::ApproveExtension) => {
            Some(Action::RefuseExtension)
        }
        (Work::Decisions, Action::ApproveReport) => Some(Action::SendBackReport),
        (Work::Decisions, Action::Close) => Some(Action::SendBack),
        _ => None,
    };
    std::iter::once(next).chain(other).collect()
}

/// How many rows there are in all, and how many of them are shown.
#[must_use]
pub fn extent(bench: &Workbench) -> (u64, u64) {
    let shown = bench.groups.iter().map(|group| group.items.len() as u64).sum();
    (bench.groups.iter().map(|group| group.total).sum(), shown)
}

/// When a row moves under another heading at the latest: its end, or midnight.
#[must_use]
pub fn stale_from(bench: &Workbench, now: Instant) -> Instant {
    let ends = bench.groups.iter().flat_map(|group| &group.items);
    let ends = ends.filter_map(|item| item.case.clock.as_ref()?.runs_to());
    let midnight = now.local_date().plus(1).start();
    ends.filter(|end| *end > now)
        .min()
        .map_or(midnight, |end| end.min(midnight))
}

/// The day, and what it means for periods: `11月22日 星期日 · 休息日，24小时时限照常计算`.
#[must_use]
pub fn day_line(calendar: &Calendar, now: Instant, texts: &Texts) -> String {
    let words = texts.workbench();
    let today = now.local_date();
    let (this_year, ..) = today.ymd();
    let day = format::day(today, this_year, texts.language);
    let weekday = texts
        .time()
        .weekday_names
        .get(usize::from(today.weekday()))
        .copied()
        .unwrap_or_default();
    let kind = match calendar.day(today) {
        Day::Working => return format!("{day} {weekday}"),
        Day::WorkedWeekend(_) => words.worked,
        Day::Weekend | Day::Holiday(_) => words.rest,
    };
    format!("{day} {weekday} · {kind}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::ZH;
    use anju_shared::{api::workbench::WorkGroup, deadlines::Band};

    fn at(text: &str) -> Instant {
        Instant::parse(text).expect("a valid instant")
    }

    fn item(next: Option<Action>, due: &str) -> WorkItem {
        let clock = serde_json::json!({
            "kind": "handling", "round": 1, "name": {"zh": "核查并反馈", "en": "Verify"}, "clause": "TJ-9.1",
            "period": {"amount": 10, "unit": "working_days"}, "yellow": {"amount": 3, "unit": "working_days"},
            "effect": "duty", "bearer": "unit", "stops": "feedback_submitted",
            "started_at": "2026-11-12T03:20:00Z", "due": {"at": due, "provisional": false}
        });
        let row = serde_json::json!({
            "version": 3,
            "case": {
                "id": "0199aa00-0000-7000-8000-000000000001", "number": "1201-20261112-0006", "version": 3,
                "title": "某厂：事故隐患", "stage": "verifying", "channel": "phone_12350", "clock": clock,
                "received_at": "2026-11-12T03:20:00Z", "registered_at": "2026-11-12T03:20:00Z"
            }
        });
        WorkItem {
            next,
            ..serde_json::from_value(row).expect("a row as the API gives it")
        }
    }

    fn bench(items: Vec<WorkItem>, total: u64) -> Workbench {
        let band = Band::Today;
        let groups = vec![WorkGroup { band, total, items }];
        Workbench {
            tiles: Default::default(),
            waiting: vec![],
            groups,
        }
    }

    #[test]
    fn a_decision_can_go_either_way_and_a_step_is_one_button() {
        let due = "2026-11-23T16:00:00Z";
        let report = item(Some(Action::ApproveReport), due);
        assert_eq!(
            acts(Work::Decisions, &report),
            [Action::ApproveReport, Action::SendBackReport]
        );
        assert_eq!(acts(Work::All, &report), [Action::ApproveReport]);
        assert_eq!(acts(Work::All, &item(None, due)), []);
    }

    #[test]
    fn each_role_is_offered_the_pages_on_which_it_has_work() {
        let offered = |role| [Work::All, Work::Dispatch, Work::Decisions].map(|work| has_work(work, &[role]));
        assert_eq!(offered(Role::IntakeOfficer), [true, false, true]);
        assert_eq!(offered(Role::Dispatcher), [true, true, true]);
        assert_eq!(offered(Role::Handler), [true, false, false]);
        assert_eq!(offered(Role::UnitLeader), [true, false, true]);
        assert_eq!(offered(Role::AuditAdministrator), [false, false, false]);
    }

    #[test]
    fn what_waits_is_counted_by_the_kind_of_work() {
        let one = |action, total, overdue| Waiting {
            action,
            total,
            overdue,
        };
        let found = [one(Action::Dispatch, 9, 0), one(Action::Close, 4, 1)];
        assert_eq!(waiting(Work::All, &found), (13, true));
        assert_eq!(waiting(Work::Dispatch, &found), (9, false));
    }

    #[test]
    fn rows_are_asked_for_again_when_one_of_them_falls_due_or_the_day_ends() {
        let now = at("2026-11-22T09:57:00+08:00");
        let soon = bench(
            vec![
                item(None, "2026-11-22T04:06:00Z"),
                item(None, "2026-11-20T16:00:00Z"),
            ],
            2,
        );
        assert_eq!(stale_from(&soon, now), at("2026-11-22T12:06:00+08:00"));
        assert_eq!(
            stale_from(&bench(vec![], 0), now),
            at("2026-11-23T00:00:00+08:00")
        );
        assert_eq!(extent(&soon), (2, 2));
    }

    #[test]
    fn a_day_of_rest_is_named_because_hours_run_on_it_too() {
        let calendar = Calendar::official();
        let line = day_line(calendar, at("2026-11-22T09:57:00+08:00"), &ZH);
        assert_eq!(line, "11月22日 星期日 · 休息日，按小时计的时限照常计算");
        assert_eq!(
            day_line(calendar, at("2026-11-23T09:57:00+08:00"), &ZH),
            "11月23日 星期一"
        );
    }
}
