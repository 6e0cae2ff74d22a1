//! The rules once more, as slowly and literally as they are written: a set of dates, one day at a time.

use anju_shared::{
    calendar::Calendar,
    deadlines::{Count, Unit},
    time::{Instant, LegalDate},
};
use std::collections::BTreeSet;

pub(crate) fn due(calendar: &Calendar, count: &Count) -> Instant {
    match count.period.unit {
        Unit::Minutes => time(count, 60),
        Unit::Hours => time(count, 3600),
        Unit::WorkingDays | Unit::CalendarDays => days(calendar, count),
    }
}

fn days(calendar: &Calendar, count: &Count) -> Instant {
    let mut paused = BTreeSet::new();
    for pause in &count.pauses {
        let last = pause.to.local_date();
        let mut date = pause.from.local_date();
        while date < last {
            date = date.plus(1);
            paused.insert(date);
        }
    }
    let all_days = |date: LegalDate| !paused.contains(&date);
    let working_days = |date: LegalDate| all_days(date) && calendar.is_working(date);
    let start = count.start.local_date();
    let nominal = match count.period.unit {
        Unit::WorkingDays => walk(start, count.period.amount, working_days),
        _ => walk(start, count.period.amount, all_days),
    };
    let mut last = walk(nominal, count.extension_days, all_days);
    while !calendar.is_working(last) {
        last = last.plus(1);
    }
    last.plus(1).start()
}

fn walk(from: LegalDate, mut left: u32, counts: impl Fn(LegalDate) -> bool) -> LegalDate {
    let mut date = from;
    while left > 0 {
        date = date.plus(1);
        left -= u32::from(counts(date));
    }
    date
}

fn time(count: &Count, unit: i64) -> Instant {
    let mut end = count
        .start
        .plus(i64::from(count.period.amount) * unit + i64::from(count.extension_days) * 86_400);
    let mut pauses = count.pauses.clone();
    pauses.sort_by_key(|pause| (pause.from, pause.to));
    for pause in pauses {
        let begins = pause.from.max(count.start);
        if pause.from < end && pause.to > begins {
            end = end.plus(pause.to.since(begins));
        }
    }
    end
}
