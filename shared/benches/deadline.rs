//! How long one deadline takes: `cargo bench -p anju-shared --bench deadline`.
//!
//! Prints one line: the median over many batches, in nanoseconds. `due` is the whole count, instant in and
//! instant out; `dates` is year, month, day in and out; `table` is the arithmetic alone; `line` and
//! `explained` are lines of the text protocol without and with explanation.
#![expect(
    clippy::print_stdout,
    reason = "a benchmark says its result on standard output"
)]

use anju_shared::{
    calendar::Calendar,
    deadlines::{
        Count, Period, Unit, due,
        line::{Answers, Language, answer},
    },
    time::{Instant, LegalDate},
};
use std::{hint::black_box, time};

const BATCH: usize = 1_000;
const BATCHES: usize = 501;

fn main() {
    let calendar = Calendar::official();
    let counts = counts();
    let dates: Vec<_> = counts.iter().map(|count| count.start.local_date()).collect();
    let days: Vec<_> = dates.iter().map(|date| date.ymd()).collect();
    let lines: Vec<_> = counts.iter().map(line).collect();
    let due_ns = median(|i| due(calendar, &counts[i]).at.unix());
    let dates_ns = median(|i| {
        let (year, month, day) = days[i];
        LegalDate::new(year, month, day).map(|start| calendar.nth_working_day(start, 10).ymd())
    });
    let table_ns = median(|i| calendar.nth_working_day(dates[i], 10));
    let mut out = Vec::new();
    let mut answered = |explanation| {
        median(|i| {
            out.clear();
            answer(
                calendar,
                &lines[i],
                Answers {
                    explanation,
                    language: Language::Chinese,
                },
                &mut out,
            )
        })
    };
    let (line_ns, explained_ns) = (answered(false), answered(true));
    println!(
        "deadline_ns median={due_ns:.1} dates={dates_ns:.1} table={table_ns:.1} line={line_ns:.0} explained={explained_ns:.0}"
    );
}

/// Working days from instants spread over 2004 to 2026, in no order that a cache could learn.
fn counts() -> Vec<Count> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = move |below: u64| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let count = |start, amount| Count {
        start: Instant::from_unix(start),
        period: Period::new(amount, Unit::WorkingDays),
        extension_days: 0,
        pauses: Vec::new(),
    };
    (0..BATCH)
        .map(|_| count(1_073_000_000 + next(720_000_000) as i64, 1 + next(30) as u32))
        .collect()
}

fn line(count: &Count) -> String {
    let Count { start, period, .. } = count;
    format!(
        r#"{{"id": "b", "start": "{start}", "unit": "working_days", "amount": {}}}"#,
        period.amount
    )
}

/// Nanoseconds a call: the median of batches, so that a busy neighbour does not count.
fn median<T>(mut call: impl FnMut(usize) -> T) -> f64 {
    let mut batches: Vec<_> = (0..BATCHES)
        .map(|_| {
            let begun = time::Instant::now();
            for i in 0..BATCH {
                black_box(call(black_box(i)));
            }
            begun.elapsed().as_nanos() as f64 / BATCH as f64
        })
        .collect();
    batches.sort_by(f64::total_cmp);
    batches[BATCHES / 2]
}
