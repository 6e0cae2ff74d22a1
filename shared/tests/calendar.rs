//! New years, amendments and local holidays: from a file to a calendar, and from there to a browser.
//!
//! `forms`: the same arrangement read from every form of file. `faults`: what a file can have wrong. `judged`: what
//! keeps an arrangement from being published, and what is only asked about. `laid`: what becomes of a calendar.
//! `laws`: properties.
#![cfg(not(target_arch = "wasm32"))]

mod calendar {
    mod faults;
    mod forms;
    mod judged;
    mod laid;
    mod laws;

    use anju_shared::{
        calendar::{ArrangedDay, Arrangement},
        time::LegalDate,
    };

    fn day(text: &str) -> LegalDate {
        LegalDate::parse(text).expect("a day")
    }

    /// Days as `02-05 02-08` of a year, all for one holiday.
    fn days(year: i32, closed: bool, name: &str, list: &str) -> Vec<ArrangedDay> {
        let dates = list.split_whitespace().map(|date| match date.len() {
            5 => day(&format!("{year}-{date}")),
            _ => day(date),
        });
        let name = name.to_owned();
        dates
            .map(|date| ArrangedDay {
                date,
                name: name.clone(),
                closed,
            })
            .collect()
    }

    fn national(year: i32, days: Vec<ArrangedDay>) -> Arrangement {
        Arrangement {
            year,
            division: String::new(),
            source: "国办发明电〔2026〕1号".to_owned(),
            days,
        }
    }

    fn local(division: &str, year: i32, days: Vec<ArrangedDay>) -> Arrangement {
        let division = division.to_owned();
        Arrangement {
            division,
            ..national(year, days)
        }
    }

    /// An arrangement of 2027 as it might be: nobody knows it yet.
    fn of_2027() -> Arrangement {
        let lists = [
            (true, "元旦", "01-01"),
            (true, "春节", "02-05 02-08 02-09 02-10 02-11 02-12"),
            (false, "春节", "01-30 02-20"),
            (true, "清明", "04-05"),
            (true, "劳动节", "05-03 05-04 05-05"),
            (false, "劳动节", "05-08"),
            (true, "端午", "06-09"),
            (true, "中秋", "09-15"),
            (true, "国庆节", "10-01 10-04 10-05 10-06 10-07"),
            (false, "国庆节", "09-26 10-09"),
        ];
        let mut all: Vec<ArrangedDay> = lists
            .into_iter()
            .flat_map(|(closed, name, list)| days(2027, closed, name, list))
            .collect();
        all.sort_by_key(|day| day.date);
        national(2027, all)
    }
}
