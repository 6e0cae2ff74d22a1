//! The same arrangement in every form of file.

use super::*;
use anju_shared::calendar::{Calendar, import};

/// As it is read: a file does not say by which document it was published.
fn read(text: &str) -> Vec<Arrangement> {
    import::read(text, "").unwrap_or_else(|problems| panic!("{problems:?}\n{text}"))
}

fn unsourced(arrangement: Arrangement) -> Vec<Arrangement> {
    let source = String::new();
    vec![Arrangement {
        source,
        ..arrangement
    }]
}

/// Every day that a notice names: its weekends too.
fn as_published() -> Vec<ArrangedDay> {
    let mut all = of_2027().days;
    all.extend(days(2027, true, "春节", "02-06 02-07 02-13 02-14"));
    all.extend(days(2027, true, "劳动节", "05-01 05-02"));
    all.extend(days(2027, true, "国庆节", "10-02 10-03"));
    all.sort_by_key(|day| day.date);
    all
}

#[test]
fn the_projects_own_form_is_read() {
    let calendar = Calendar::official().with(&[of_2027()]).expect("a calendar");
    let text = serde_json::to_string(&calendar.document()).expect("JSON");
    let read = read(&text);
    assert_eq!(read.len(), 24);
    let of_2027 = unsourced(of_2027());
    assert_eq!(read.last(), of_2027.last());
}

#[test]
fn a_yearly_file_with_weekends_among_its_days_is_read() {
    let days = as_published().into_iter().map(|day| {
        // The law says 清明, the files say 清明节.
        let name = if day.name == "清明" {
            "清明节"
        } else {
            &day.name
        };
        format!(
            r#"{{"name":"{name}","date":"{}","isOffDay":{}}}"#,
            day.date, day.closed
        )
    });
    let days = days.collect::<Vec<_>>().join(",\n");
    let text = format!(r#"{{"$schema":"…","year":2027,"papers":["…"],"days":[{days}]}}"#);
    assert_eq!(read(&text), unsourced(of_2027()));
}

#[test]
fn a_list_of_dates_with_types_is_read() {
    for list in ["dates", "holidays"] {
        let days = as_published().into_iter().map(|day| {
            let (kind, suffix) = if day.closed {
                ("public_holiday", "")
            } else {
                ("transfer_workday", "补班")
            };
            format!(
                r#"{{"date":"{}","name":"{}{suffix}","name_en":"…","type":"{kind}"}}"#,
                day.date, day.name
            )
        });
        let days = days.collect::<Vec<_>>().join(",");
        assert_eq!(read(&format!(r#"{{"{list}":[{days}]}}"#)), unsourced(of_2027()));
    }
}

/// An event of the calendar of another program.
fn event(first: &str, after: &str, title: &str) -> String {
    format!(
        "BEGIN:VEVENT\r\nSUMMARY:{title}\r\nDTSTART;VALUE=DATE:{first}\r\nDTEND;VALUE=DATE:{after}\r\n\
         UID:{first}\r\nEND:VEVENT\r\n"
    )
}

#[test]
fn a_calendar_of_another_program_is_read() {
    let events = [
        event("20270101", "20270102", "元旦假期"),
        event("20270130", "20270131", "上班(补春节假期)"),
        event("20270205", "20270215", "春节（休）"),
        event("20270220", "20270221", "春节 班"),
        event("20270405", "20270406", "清明节 休"),
        event("20270501", "20270506", "劳动\r\n 节假期"),
        event("20270508", "20270509", "劳动节补班"),
        event("20270609", "20270610", "端午节放假"),
        event("20270915", "20270916", "中秋节假期"),
        event("20270926", "20270927", "上班(补国庆节假期)"),
        event("20271001", "20271008", "国庆节假期"),
        event("20271009", "20271010", "国庆节 调休上班"),
    ];
    let text = format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALDESC:中国法定节假日\r\n 数据\r\nBEGIN:VTIMEZONE\r\n\
         DTSTART:19700101T000000\r\nEND:VTIMEZONE\r\n{}END:VCALENDAR\r\n",
        events.concat()
    );
    assert_eq!(read(&text), unsourced(of_2027()));
}

#[test]
fn a_table_is_read_however_its_cells_are_parted_and_its_dates_are_written() {
    let table = |heading: &str, separator: &str, date: fn(LegalDate) -> String, words: [&str; 2]| {
        let lines = as_published().into_iter().map(|day| {
            let word = words[usize::from(!day.closed)];
            [date(day.date).as_str(), word, &day.name].join(separator)
        });
        format!("{heading}{}", lines.collect::<Vec<_>>().join("\n"))
    };
    let slashes = |date: LegalDate| {
        let (year, month, day) = date.ymd();
        format!("{year}/{month}/{day}")
    };
    let chinese = |date: LegalDate| {
        let (year, month, day) = date.ymd();
        format!("{year}年{month}月{day}日")
    };
    let plain = |date: LegalDate| date.to_string();
    for text in [
        table("", ",", plain, ["休", "班"]),
        table("\u{feff}date,type,name\r\n", ",", slashes, ["off", "work"]),
        table("日期;类型;名称\n", ";", chinese, ["放假", "补班"]),
        table("\n\n", "\t", slashes, ["Holiday", "上班"]),
    ] {
        assert_eq!(read(&text), unsourced(of_2027()), "{text}");
    }
}

#[test]
fn the_columns_of_a_table_may_stand_in_any_order_and_its_cells_in_quotes() {
    let text = "名称,备注,日期,类型\n元旦,\"第一行\n第二行\",2027-01-01,\"休\"\n";
    let one = national(2027, days(2027, true, "元旦", "01-01"));
    assert_eq!(read(text), unsourced(one));
}

#[test]
fn days_beside_the_new_year_go_with_the_year_to_which_they_belong() {
    let text = "2026-12-31,休,元旦\n2027-01-01,休,元旦\n2027-02-05,休,春节\n2028-01-03,休,元旦\n";
    let read = read(text);
    let days: Vec<String> = read[0].days.iter().map(|day| day.date.to_string()).collect();
    assert_eq!((read.len(), read[0].year), (1, 2027));
    assert_eq!(days, ["2026-12-31", "2027-01-01", "2027-02-05", "2028-01-03"]);
}

#[test]
fn a_part_of_the_country_may_take_back_a_worked_weekend() {
    let text = "2027-04-20,休,三月三\n2027-05-08,休,三月三\n";
    let read = import::read(text, "45").expect("an overlay");
    assert_eq!((read[0].division.as_str(), read[0].days.len()), ("45", 2));
}
