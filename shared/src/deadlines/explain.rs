//! The count of `count.rs` done again, a day at a time, writing down every step.

use super::{
    ClosedRun, Count, Pause, Period, Step, Unit, Why,
    count::{DAY, in_order, seconds, time_lost},
};
use crate::{
    calendar::{Calendar, Day},
    time::{Instant, LegalDate},
};

/// How [`super::due`] comes to its result.
#[must_use]
pub fn explain(calendar: &Calendar, count: &Count) -> Vec<Step> {
    let pauses = in_order(&count.pauses);
    let started = Step::Started {
        at: count.start,
        date: count.start.local_date(),
        period: count.period,
    };
    let mut steps = Vec::with_capacity(16);
    steps.push(started);
    match seconds(count.period.unit) {
        Some(unit) => explain_time(count, unit, &pauses, &mut steps),
        None => explain_days(calendar, count, &pauses, &mut steps),
    }
    steps
}

/// [`explain`] with the clause that sets the period, as people cite it.
#[must_use]
pub fn explain_under(calendar: &Calendar, count: &Count, clause: &str) -> Vec<Step> {
    let mut steps = explain(calendar, count);
    steps.insert(
        0,
        Step::SetBy {
            clause: clause.to_owned(),
        },
    );
    steps
}

fn explain_time(count: &Count, unit: i64, pauses: &[Pause], steps: &mut Vec<Step>) {
    let mut end = count.start.plus(i64::from(count.period.amount) * unit);
    steps.push(Step::RunsThrough { end });
    if count.extension_days > 0 {
        end = end.plus(i64::from(count.extension_days) * DAY);
        steps.push(Step::ExtendedTime {
            days: count.extension_days,
            end,
        });
    }
    for pause in pauses {
        let seconds = time_lost(pause, count.start, end);
        end = end.plus(seconds);
        steps.push(match seconds {
            0 => Step::PauseWithoutEffect { pause: *pause },
            _ => Step::PausedTime {
                pause: *pause,
                seconds,
                end,
            },
        });
    }
    steps.push(Step::Ends {
        last_day: None,
        at: end,
    });
}

fn explain_days(calendar: &Calendar, count: &Count, pauses: &[Pause], steps: &mut Vec<Step>) {
    let start = count.start.local_date();
    steps.push(Step::FirstDayLeftOut { date: start });
    let mut walk = Walk {
        calendar,
        pauses,
        reached: start,
        total: 0,
        steps,
    };
    walk.count(count.period);
    if count.extension_days > 0 {
        walk.extend(count.extension_days);
    }
    walk.move_to_working_day();
    let (last, pauses) = (walk.reached, walk.pauses);
    steps.extend(pauses.iter().map(|&pause| Step::PauseWithoutEffect { pause }));
    steps.push(Step::Ends {
        last_day: Some(last),
        at: last.plus(1).start(),
    });
    let touched = start.plus(1).ymd().0..=last.ymd().0;
    let unpublished =
        touched.filter(|&year| LegalDate::new(year, 1, 1).is_some_and(|day| calendar.is_provisional(day)));
    steps.extend(unpublished.map(|year| Step::Provisional { year }));
}

struct Walk<'a, 's> {
    calendar: &'a Calendar,
    /// Those not yet met.
    pauses: &'a [Pause],
    reached: LegalDate,
    total: u32,
    steps: &'s mut Vec<Step>,
}

impl Walk<'_, '_> {
    fn count(&mut self, period: Period) {
        let mut left = period.amount;
        while left > 0 {
            if self.meet_pause() {
                continue;
            }
            let date = self.reached.plus(1);
            if date == self.reached {
                return; // the end of representable time
            }
            self.reached = date;
            let day = if period.unit == Unit::WorkingDays {
                self.calendar.day(date)
            } else {
                Day::Working
            };
            left -= u32::from(day.is_working());
            self.total += u32::from(day.is_working());
            match day {
                Day::Working => self.counted(date),
                Day::WorkedWeekend(name) => {
                    self.steps.push(Step::WorkedWeekend {
                        date,
                        name: name.to_owned(),
                        total: self.total,
                    });
                }
                Day::Weekend | Day::Holiday(_) => self.skipped(date, day),
            }
        }
    }

    /// Steps over the dates of the next pause if it has begun. A pause that begins later can wait.
    fn meet_pause(&mut self) -> bool {
        let Some((&pause, later)) = self.pauses.split_first() else {
            return false;
        };
        if pause.from.local_date() > self.reached {
            return false;
        }
        self.pauses = later;
        let (first, last) = (self.reached.plus(1), pause.to.local_date());
        if last < first {
            self.steps.push(Step::PauseWithoutEffect { pause });
            return true;
        }
        self.steps.push(Step::Paused {
            pause,
            first,
            last,
            days: days(first, last),
        });
        self.reached = last;
        true
    }

    fn extend(&mut self, days: u32) {
        let from = self.reached;
        let mut left = days;
        while left > 0 {
            if self.meet_pause() {
                continue;
            }
            // Straight to the next pause: in an extension all days are alike.
            let free = self
                .pauses
                .first()
                .map_or(left, |pause| gap(self.reached, pause.from).min(left));
            self.reached = self.reached.plus(i32::try_from(free).unwrap_or(i32::MAX));
            left -= free;
        }
        self.steps.push(Step::Extended {
            days,
            from,
            to: self.reached,
        });
    }

    fn move_to_working_day(&mut self) {
        let (from, to) = (self.reached, self.calendar.working_day_from(self.reached));
        if from == to {
            return;
        }
        let mut over: Vec<ClosedRun> = Vec::new();
        for date in (from.number()..to.number()).map(LegalDate::from_number) {
            let day = self.calendar.day(date);
            match over.last_mut() {
                Some(run) if run.why == day => run.take(date),
                _ => over.push(ClosedRun::new(date, day)),
            }
        }
        self.steps.push(Step::Moved { from, to, over });
        self.reached = to;
    }

    fn counted(&mut self, date: LegalDate) {
        match self.steps.last_mut() {
            Some(Step::Counted {
                last, days, total, ..
            }) => (*last, *days, *total) = (date, *days + 1, self.total),
            _ => self.steps.push(Step::Counted {
                first: date,
                last: date,
                days: 1,
                total: self.total,
            }),
        }
    }

    fn skipped(&mut self, date: LegalDate, day: Day<'_>) {
        match self.steps.last_mut() {
            Some(Step::Skipped(run)) if run.why == day => run.take(date),
            _ => self.steps.push(Step::Skipped(ClosedRun::new(date, day))),
        }
    }
}

impl ClosedRun {
    fn new(date: LegalDate, day: Day<'_>) -> Self {
        let why = match day {
            Day::Holiday(name) => Why::Holiday {
                name: name.to_owned(),
            },
            Day::Weekend | Day::Working | Day::WorkedWeekend(_) => Why::Weekend,
        };
        Self {
            first: date,
            last: date,
            days: 1,
            why,
        }
    }

    fn take(&mut self, date: LegalDate) {
        self.last = date;
        self.days += 1;
    }
}

impl PartialEq<Day<'_>> for Why {
    fn eq(&self, day: &Day<'_>) -> bool {
        match (self, day) {
            (Self::Weekend, Day::Weekend) => true,
            (Self::Holiday { name }, Day::Holiday(other)) => name == other,
            _ => false,
        }
    }
}

fn days(first: LegalDate, last: LegalDate) -> u32 {
    last.number().abs_diff(first.number()) + 1
}

/// Days after `reached`, up to and with the day on which a later pause begins.
fn gap(reached: LegalDate, pause: Instant) -> u32 {
    pause.local_date().number().abs_diff(reached.number())
}
