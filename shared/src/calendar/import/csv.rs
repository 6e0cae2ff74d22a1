//! Tables: a date, a type and a name in each line.

use super::{
    super::{CalendarProblem, Place},
    Found, FoundDay, words,
};
use ::csv::{ReaderBuilder, StringRecord};

/// The columns and what they are called.
const COLUMNS: [(&str, &[&str]); 3] = [
    ("date", &["date", "day", "日期", "日子"]),
    ("type", &["type", "kind", "类型", "安排", "类别"]),
    ("name", &["name", "holiday", "名称", "节日", "节假日"]),
];

/// The days of a table with or without a line of headings, its cells parted by commas, semicolons or tabs.
pub(super) fn find(text: &str) -> Found {
    let first = text
        .lines()
        .find(|line| !line.trim().is_empty())
        .unwrap_or_default();
    let count = |separator: &u8| first.bytes().filter(|byte| byte == separator).count();
    let separator = [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',');
    if count(&separator) == 0 {
        return Found::of(CalendarProblem::Unrecognised);
    }
    let mut reader = ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let (mut found, mut columns) = (Found::default(), None);
    for record in reader.records() {
        // Every line of a text is one: flexible, and UTF-8 already.
        let Ok(record) = record else { continue };
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let place = Place::Line(record.position().map_or(0, ::csv::Position::line));
        match columns {
            None if is_heading(&record) => columns = Some(headed(&record, &place, &mut found)),
            _ => day(
                &record,
                *columns.get_or_insert([Some(0), Some(1), Some(2)]),
                place,
                &mut found,
            ),
        }
    }
    found
}

/// Whether a line says what the columns are: its cells are names of columns, and none is a date.
fn is_heading(record: &StringRecord) -> bool {
    record.iter().any(|cell| column(cell).is_some()) && !record.iter().any(|cell| words::date(cell).is_ok())
}

fn column(cell: &str) -> Option<usize> {
    let cell = cell.trim().to_lowercase();
    COLUMNS
        .iter()
        .position(|(_, names)| names.contains(&cell.as_str()))
}

/// Where date, type and name stand.
type Columns = [Option<usize>; 3];

fn headed(record: &StringRecord, place: &Place, found: &mut Found) -> Columns {
    let mut columns = [None; 3];
    for (cell, text) in record.iter().enumerate() {
        if let Some(column) = column(text) {
            columns[column].get_or_insert(cell);
        }
    }
    for (column, (name, _)) in columns.iter().zip(COLUMNS) {
        if column.is_none() {
            missing(name, place, found);
        }
    }
    columns
}

fn missing(name: &str, place: &Place, found: &mut Found) {
    let name = name.to_owned();
    found.problem(place.clone(), CalendarProblem::Missing { name });
}

fn day(record: &StringRecord, columns: Columns, place: Place, found: &mut Found) {
    // A column that is missing as a whole was told with the headings.
    let cells = columns.map(|column| column.map(|column| record.get(column).unwrap_or_default().trim()));
    for (cell, (name, _)) in cells.iter().zip(COLUMNS) {
        if *cell == Some("") {
            missing(name, &place, found);
        }
    }
    let told = |cell: Option<&str>| cell.filter(|text| !text.is_empty()).map(str::to_owned);
    let [date, kind, name] = cells.map(told);
    let mut refuse = |problem| found.problem(place.clone(), problem);
    let date = date.and_then(|text| words::date(&text).map_err(&mut refuse).ok());
    let closed = kind.and_then(|text| words::closed(&text).map_err(&mut refuse).ok());
    if let (Some(date), Some(closed), Some(name)) = (date, closed, name) {
        let name = words::name(&name);
        found.days.push(FoundDay {
            place,
            year: None,
            date,
            name,
            closed,
        });
    }
}
