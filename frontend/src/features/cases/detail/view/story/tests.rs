//! What happened, as it is told.

use super::*;
use crate::{features::cases::detail::view::sample, text::ZH};
use anju_shared::{access::ActorRef, rules::ClockKind};

fn told(journal: &[Recorded], case: &Case) -> Vec<Told> {
    let (profile, reporters) = (sample::profile(), sample::masked());
    let now = sample::at("2026-11-22T09:00:00+08:00");
    tell(
        journal,
        Light {
            case,
            reporters: &reporters,
            profile: &profile,
            now,
            texts: &ZH,
        },
    )
}

#[test]
fn the_latest_stands_first_and_periods_stand_beside_their_step() {
    let sample = sample::signed();
    let told = told(&sample.journal, &sample.case);
    let titles: Vec<&str> = told.iter().map(|one| one.title.as_str()).collect();
    assert_eq!(titles[..3], ["承办单位签收", "转办 → 区规自局", "受理"]);
    assert_eq!(told.len(), 4);
    assert!(told[1].periods.iter().any(|line| line.contains("11月26日 24:00")));
    assert_eq!(told[2].by, "陈一鸣");
}

#[test]
fn a_duty_that_passed_is_an_event_of_its_own_and_a_window_that_passed_is_no_failure() {
    let sample = sample::signed();
    let mut journal = sample.journal;
    for (seq, kind) in [(98, ClockKind::Return), (99, ClockKind::Handling)] {
        journal.push(Recorded {
            seq,
            at: sample::at("2026-11-27T00:00:00+08:00"),
            by: ActorRef::System,
            event: Event::ClockLapsed { kind, round: 1 },
        });
    }
    let told = told(&journal, &sample.case);
    assert!(told[0].bad && told[0].title.starts_with("时限届满"));
    assert!(!told[1].bad && told[1].title.starts_with("时限届满"));
    assert_eq!(told[0].by, "系统自动");
}
