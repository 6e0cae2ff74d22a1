//! What stands in an exported file: a line that says who exported it, headings, and a line for each case.
//!
//! Every cell is a text or a day; nothing a caller wrote is ever read as a formula (see [`harmless`]).

use anju_shared::{
    api::{cases::CaseSummary, views::CaseColumn},
    calendar::Calendar,
    deadlines::Band,
    problem::Language,
    rules::{Entry, RuleProfile, entry},
    time::Instant,
    workflow::Clock,
};
use anyhow::Result;
use rust_xlsxwriter::{Color, Format, FormatBorder, Workbook, Worksheet};
use std::borrow::Cow;
use tokio::sync::mpsc::Receiver;

/// The first line of cases: below the watermark and the headings.
const FIRST: u32 = 2;

/// What is written besides the cases.
pub(super) struct Sheet {
    pub(super) columns: Vec<CaseColumn>,
    pub(super) language: Language,
    pub(super) profile: &'static RuleProfile,
    pub(super) calendar: &'static Calendar,
    /// Who exports it.
    pub(super) by: String,
    /// Of which unit.
    pub(super) unit: String,
    /// When.
    pub(super) at: Instant,
}

/// Writes a file of the pages as they come. A page is written out before the next is taken, so that the number of cases
/// costs no memory; what lies on the disk meanwhile has no name and is gone with the process.
///
/// # Errors
/// Those of the file system.
pub(super) fn write(sheet: &Sheet, mut pages: Receiver<Vec<CaseSummary>>) -> Result<Vec<u8>> {
    let mut workbook = Workbook::new();
    let page = workbook.add_worksheet_with_constant_memory()?;
    head(sheet, page)?;
    let mut line = FIRST;
    while let Some(cases) = pages.blocking_recv() {
        for case in &cases {
            for (place, column) in (0_u16..).zip(&sheet.columns) {
                page.write_string(line, place, harmless(&cell(sheet, *column, case)))?;
            }
            line += 1;
        }
    }
    Ok(workbook.save_to_buffer()?)
}

fn head(sheet: &Sheet, page: &mut Worksheet) -> Result<()> {
    let (name, mark) = match sheet.language {
        Language::Zh => ("举报件", watermark_zh(sheet)),
        Language::En => ("Cases", watermark_en(sheet)),
    };
    page.set_name(name)?;
    for (place, column) in (0_u16..).zip(&sheet.columns) {
        page.set_column_width(place, width(*column))?;
    }
    let secret = Format::new().set_bold().set_font_color(Color::RGB(0x00B4_2318));
    page.write_string_with_format(0, 0, harmless(&mark), &secret)?;
    let heading = Format::new()
        .set_bold()
        .set_background_color(Color::RGB(0x00E8_EDF3))
        .set_border_bottom(FormatBorder::Thin);
    for (place, column) in (0_u16..).zip(&sheet.columns) {
        page.write_string_with_format(1, place, column.text(sheet.language), &heading)?;
    }
    page.set_freeze_panes(FIRST, 0)?;
    page.set_landscape();
    // Printed, every page says it; a name with an ampersand would be read as a command there.
    page.set_header(format!("&C{}", mark.replace('&', "&&")));
    Ok(())
}

fn watermark_zh(sheet: &Sheet) -> String {
    format!(
        "工作秘密　导出人：{}（{}）　导出时间：{}　不得外传",
        sheet.by,
        sheet.unit,
        minute(sheet.at)
    )
}

fn watermark_en(sheet: &Sheet) -> String {
    format!(
        "Work secret · exported by {} ({}) · {} · not to be passed on",
        sheet.by,
        sheet.unit,
        minute(sheet.at)
    )
}

const fn width(column: CaseColumn) -> f64 {
    match column {
        CaseColumn::Matter => 48.0,
        CaseColumn::Unit | CaseColumn::Number | CaseColumn::Basis => 24.0,
        CaseColumn::LastDay | CaseColumn::Received | CaseColumn::Registered => 18.0,
        _ => 14.0,
    }
}

/// What stands in this column for this case.
fn cell(sheet: &Sheet, column: CaseColumn, case: &CaseSummary) -> String {
    let (language, profile) = (sheet.language, sheet.profile);
    let clock = |say: &dyn Fn(&Clock) -> String| case.clock.as_ref().map(say).unwrap_or_default();
    match column {
        CaseColumn::Number => case.number.clone(),
        CaseColumn::Matter => case.title.clone(),
        CaseColumn::Unit => case
            .unit
            .as_ref()
            .map(|unit| unit.name.clone())
            .unwrap_or_default(),
        CaseColumn::Stage => case.stage.text(language).to_owned(),
        CaseColumn::Left => clock(&|clock| left(clock, sheet, language)),
        CaseColumn::LastDay => clock(&last_day),
        CaseColumn::Basis => clock(&|clock| profile.basis(&clock.clause).article),
        CaseColumn::Urgency => case
            .urgency
            .map(|one| one.text(language).to_owned())
            .unwrap_or_default(),
        CaseColumn::Nature => case
            .nature
            .map(|one| one.text(language).to_owned())
            .unwrap_or_default(),
        CaseColumn::Region => word(&profile.regions, case.region.as_deref(), language),
        CaseColumn::Industry => word(&profile.industries, case.industry.as_deref(), language),
        CaseColumn::Channel => word(&profile.channels, Some(&case.channel), language),
        CaseColumn::Received => minute(case.received_at),
        CaseColumn::Registered => minute(case.registered_at),
    }
}

/// Name of the period, and how soon it ends.
fn left(clock: &Clock, sheet: &Sheet, language: Language) -> String {
    let band = Band::of(sheet.calendar, clock.runs_to(), sheet.at);
    let word = match (band, language) {
        (Band::Other, Language::Zh) if clock.pause().is_some() => "已中止",
        (Band::Other, Language::En) if clock.pause().is_some() => "paused",
        (Band::Overdue, Language::Zh) => "已超期",
        (Band::Overdue, Language::En) => "overdue",
        (Band::Today, Language::Zh) => "今日到期",
        (Band::Today, Language::En) => "due today",
        (Band::Soon, Language::Zh) => "三个工作日内",
        (Band::Soon, Language::En) => "within three working days",
        (Band::Other, Language::Zh) => "办理中",
        (Band::Other, Language::En) => "running",
    };
    format!("{} · {word}", clock.name.text(language))
}

fn last_day(clock: &Clock) -> String {
    if clock.pause().is_some() {
        return String::new();
    }
    clock
        .due
        .last_day
        .map_or_else(|| minute(clock.due.at), |day| format!("{day} 24:00"))
}

fn word(dictionary: &[Entry], code: Option<&str>, language: Language) -> String {
    let code = code.unwrap_or_default();
    entry(dictionary, code)
        .map_or(code, |entry| entry.text(language))
        .to_owned()
}

fn minute(at: Instant) -> String {
    let (hour, minute, _) = at.local_time();
    format!("{} {hour:02}:{minute:02}", at.local_date())
}

/// A text that no program reads as a formula, now or after it was saved in another format. All cells are texts
/// already; one that begins as a formula would, whatever blanks and invisible characters stand before it, gets an
/// apostrophe, which spreadsheets take for "this is a text".
fn harmless(text: &str) -> Cow<'_, str> {
    const ACTIVE: [char; 13] = [
        '=', '+', '-', '@', '|', '%', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}', '\u{2212}', '\u{fe66}',
        '\u{fe62}',
    ];
    let unseen =
        |c: char| c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}');
    let begins = text.trim_start_matches(unseen);
    let controlled = text.starts_with(|c: char| c.is_control());
    if controlled || begins.starts_with(ACTIVE) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_begins_as_a_formula_is_made_a_text() {
        for text in [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n=1",
            " =1",
            "\u{3000}=1",
            "＝1",
            "＋1",
            "－1",
            "＠A",
            "\u{200b}=cmd|' /C calc'!A0",
            "\u{feff}=1",
            "|x",
            "\tplain",
        ] {
            assert!(harmless(text).starts_with('\''), "{text:?}");
        }
        for text in ["某厂：堵塞通道", "1201-20261116-0001", "A=B", ""] {
            assert_eq!(harmless(text), text);
        }
    }
}
