//! The master parameters P1 to P20 and those for which the law gives no number, regime by regime: each with its length,
//! what starts and stops it, how far and by whom it may be lengthened, what follows lateness, and its clauses. Read
//! it as law; nothing here is generated.

use anju_shared::{
    deadlines::{Period, Unit},
    rules::{ClockEntry, Regime, regime, regimes},
};
use std::collections::BTreeSet;

/// Parameter | regimes | entry | length, start and stop | extension | lapse | clauses.
const MASTER: &str = "
P1  | MEM SX AH D2 TJ WL | accept_decision   | 5 working_days received → decided | - | urging | AJ-P1 MEM-6.1
P2  | MEM SX AH D2 TJ WL | sign_in/general   | 1 working_days dispatched → signed_in | - | overdue | AJ-P2
P2  | MEM SX AH D2 TJ WL | sign_in/urgent    | 15 minutes dispatched → signed_in | - | overdue | AJ-P2
P3  | TJ                 | return            | 2 working_days dispatched → verification_submitted | - | right_ends | TJ-8.2 TJ-8.3
P3  | MEM SX AH D2 WL    | return            | 2 working_days dispatched → verification_submitted | - | right_ends | AJ-P3
P5  | TJ                 | handling/urgent   | 24 hours dispatched → feedback_submitted | - | supervision | TJ-9.2
P5  | D2                 | handling/urgent   | 24 hours dispatched → feedback_submitted | - | urging | D2-4.2a
P5  | MEM SX AH WL       | handling/urgent   | 24 hours dispatched → feedback_submitted | - | urging | AJ-P5 MEM-7.1
P6  | TJ                 | handling/general  | 10 working_days dispatched → feedback_submitted | 30 office | supervision | TJ-9.1 TJ-9.3
P6  | D2                 | handling/general  | 7 working_days dispatched → feedback_submitted | - | urging | D2-4.2b
P6  | AH                 | handling/general  | 10 working_days dispatched → feedback_submitted | 30 office_leader | urging | AJ-P6 AH-2.2a AJ-P8 AH-2.2b
P6  | MEM SX WL          | handling/general  | 10 working_days dispatched → feedback_submitted | 30 office_leader | urging | AJ-P6 MEM-7.5 AJ-P8
P6  | MEM SX D2 TJ       | statutory         | 60 calendar_days accepted → closed | 30 higher_authority | urging | MEM-7.5 REW-10 MEM-7.5b
P6  | WL                 | statutory         | 60 calendar_days accepted → closed | 30 higher_authority | deduction | WL-3.7a MEM-7.5 MEM-7.5b WL-5.14
P6  | AH                 | statutory         | 60 calendar_days accepted → closed | 30 higher_authority | urging | MEM-7.5 MEM-7.5b AH-2.2a AH-2.2b
P7  | D2                 | first_check       | 24 hours accepted → first_checked | - | overdue | D2-4.2c AJ-P7
P7  | MEM SX AH TJ WL    | first_check       | 24 hours accepted → first_checked | - | overdue | AJ-P7 LAW-73
P9  | TJ                 | reply             | 10 working_days dispatched → named_replied | - | supervision | TJ-11.1 TJ-11.2
P9  | WL                 | reply             | 3 working_days report_approved → all_replied | - | deduction | WL-3.9a
P9  | MEM SX AH D2       | reply             | 3 working_days report_approved → all_replied | - | overdue | AJ-P9 MEM-8.0
P10 | WL                 | notice_declined   | 3 working_days declined → told | - | overdue | WL-3.9b MEM-6.1
P10 | MEM SX AH D2 TJ    | notice_declined   | 3 working_days declined → told | - | overdue | AJ-P10 MEM-6.1
P10 | WL                 | notice_unrewarded | 3 working_days reward_refused → told | - | overdue | WL-3.9b
P10 | MEM SX AH D2 TJ    | notice_unrewarded | 3 working_days reward_refused → told | - | overdue | AJ-P10
P11 | MEM SX AH D2 TJ WL | objection         | 10 calendar_days conclusion_served → objected | - | right_ends | MEM-8.4
P12 | MEM SX AH D2 TJ WL | review            | 30 calendar_days objection_received → review_concluded | - | urging | MEM-8.4 MEM-8.5
P14 | TJ                 | call_notice       | 24 hours handling_late → called | - | overdue | TJ-15.1
P14 | MEM SX AH D2 WL    | call_notice       | 24 hours handling_late → called | - | overdue | AJ-P14 MEM-16
P14 | TJ                 | call_response     | 24 hours feedback_called → feedback_submitted | - | next_step | TJ-15.1
P14 | MEM SX AH D2 WL    | call_response     | 24 hours feedback_called → feedback_submitted | - | next_step | AJ-P14 MEM-16
P15 | TJ                 | written_notice    | 48 hours false_closure_found → notice_served | - | next_step | TJ-15.2
P15 | MEM SX AH D2 WL    | written_notice    | 48 hours false_closure_found → notice_served | - | next_step | AJ-P15 MEM-16
P19 | MEM SX AH D2 TJ WL | accident_report   | 1 hours enterprise_told → accident_reported | - | overdue | ACC-9
P19 | MEM SX AH D2 TJ WL | accident_relay    | 2 hours authority_told → accident_relayed | - | overdue | ACC-11
";

/// Periods for which the law gives no number, and those of the branches beside the case.
const BESIDE: &str = "
§14 | MEM SX AH D2 TJ WL | supplement               | 15 calendar_days supplement_requested → supplemented | - | decide_anyway | AJ-P24 MEM-6.1
§14 | TJ                 | penalty_document         | 30 calendar_days closed → document_supplied | - | overdue | TJ-11.5 PEN-60 AJ-P22
§14 | AH                 | penalty_document         | 30 calendar_days closed → document_supplied | - | overdue | AH-2.2c PEN-60 AJ-P22
§14 | MEM SX D2 WL       | penalty_document         | 30 calendar_days closed → document_supplied | - | overdue | AJ-P22 PEN-60
§14 | WL                 | backfill                 | 1 working_days received → backfilled | - | overdue | WL-4.11 AJ-P21
§14 | MEM SX AH D2 TJ    | backfill                 | 1 working_days received → backfilled | - | overdue | AJ-P21 MEM-3.2
§14 | MEM SX AH D2 TJ WL | award_notice             | 20 calendar_days substantiated → award_notified | - | overdue | AJ-P23
§14 | MEM SX AH D2 TJ WL | award_claim              | 60 calendar_days award_notified → award_claimed | - | waived | REW-13
§5  | MEM SX AH D2 TJ WL | casualty_change          | 30 calendar_days accident_happened → casualties_final | - | right_ends | ACC-13
§5  | MEM SX AH D2 TJ WL | casualty_change_traffic  | 7 calendar_days accident_happened → casualties_final | - | right_ends | ACC-13
§5  | MEM SX AH D2 TJ WL | inquiry                  | 60 calendar_days accident_happened → inquiry_reported | 60 government | overdue | ACC-29 ACC-27
§5  | MEM SX AH D2 TJ WL | inquiry_approval         | 15 calendar_days inquiry_reported → inquiry_approved | - | overdue | ACC-32
§5  | MEM SX AH D2 TJ WL | inquiry_approval_gravest | 30 calendar_days inquiry_reported → inquiry_approved | 30 government | overdue | ACC-32
";

/// Parameter | regimes | list | entry | what it says | clause.
const OTHERS: &str = "
P8  | TJ                 | parameters | extension_most            | 30 日        | TJ-9.3
P8  | WL                 | parameters | extension_most            | 30 日        | WL-3.7a
P8  | MEM SX AH D2       | parameters | extension_most            | 30 日        | MEM-7.5b
P13 | MEM SX AH D2 TJ WL | parameters | continue_after_withdrawal | 是           | MEM-8.3
P16 | TJ                 | ladder     | on_site                   | 现场督办     | TJ-15.3
P16 | WL                 | ladder     | consult                   | 集体会商     | WL-5.13
P17 | TJ                 | duties     | monthly_report            | month 1 5    | TJ-13.2
P17 | TJ                 | duties     | quarterly_bulletin        | quarter 1 15 | TJ-13.1
P17 | TJ                 | duties     | unit_analysis             | quarter 1 10 | TJ-6.2
P17 | TJ                 | duties     | meeting                   | quarter 1 20 | TJ-5.4
P17 | TJ                 | duties     | yearly_assessment         | year 1 31    | TJ-16
P17 | D2                 | duties     | leader_brief              | month 1 10   | D2-3.4
P17 | D2                 | duties     | bulletin                  | quarter 1 15 | D2-3.3
P17 | WL                 | duties     | ranking                   | quarter 1 15 | WL-5.14a
P17 | WL                 | duties     | joint_meeting             | quarter 1 20 | WL-1.2
P17 | WL                 | duties     | case_publication          | quarter 1 15 | WL-2.5b
P17 | SX                 | duties     | province_bulletin         | quarter 1 20 | SX-3c
P17 | SX                 | duties     | case_publication          | quarter 1 15 | SX-3b
P17 | SX                 | duties     | yearly_analysis           | year 1 31    | SX-4
P17 | AH                 | duties     | yearly_summary            | year 1 15    | AH-3.4
P17 | AH                 | duties     | look_back                 | year 12 31   | AH-2.3a
P17 | AH                 | duties     | yearly_assessment         | year 1 31    | AH-3.3
P17 | MEM SX AH D2 TJ WL | duties     | spot_check                | quarter 1 15 | MEM-16
P17 | MEM AH D2 TJ       | duties     | case_publication          | quarter 1 15 | MEM-13
P17 | MEM AH D2 TJ WL    | duties     | yearly_analysis           | year 1 31    | MEM-11
P17 | MEM SX D2 WL       | duties     | yearly_assessment         | year 1 31    | MEM-14
P18 | TJ D2              | liaison    |                           | 1 24 办公室  | D2-4.5
P18 | MEM SX AH WL       | liaison    |                           | 1 24 办公室  | AJ-P18
P20 | MEM SX AH D2 TJ WL | parameters | deaths_to_government      | 1 人         | LAW-73
§14 | MEM SX AH D2 TJ WL | parameters | extend_from               | nominal      | CIV-203
§14 | MEM SX AH D2 TJ WL | parameters | due_time                  | 24:00        | CIV-203
§14 | MEM SX AH D2 TJ WL | parameters | pauses_allowed            | 否           | AJ-S
§14 | TJ                 | parameters | reply_from                | dispatch     | TJ-11.1
§14 | TJ                 | parameters | repeated_disagreement     | 2 次         | TJ-12.2
§14 | MEM SX AH D2 WL    | parameters | repeated_disagreement     | 2 次         | AJ-M
§14 | TJ                 | parameters | seriously_late            | 5 个工作日   | TJ-14.3
§14 | MEM SX AH D2 WL    | parameters | seriously_late            | 5 个工作日   | AJ-M
§14 | TJ                 | parameters | absence_count             | 1 次         | TJ-14.3
§14 | MEM SX AH D2 WL    | parameters | absence_count             | 1 次         | AJ-M
§14 | MEM SX AH D2 TJ WL | parameters | spot_check_rate           | 5 %          | MEM-16
§14 | TJ                 | parameters | agreement_months          | 12 个月      | TJ-17
§14 | MEM SX AH D2 WL    | parameters | agreement_months          | 12 个月      | AJ-M
§14 | WL                 | parameters | frequent_reports          | 10 件        | WL-3.9c
§14 | MEM SX AH D2 TJ    | parameters | frequent_reports          | 10 件        | AJ-M
§14 | WL                 | parameters | frequent_days             | 90 日        | WL-3.9c
§14 | MEM SX AH D2 TJ    | parameters | frequent_days             | 90 日        | AJ-M
§14 | WL                 | parameters | least_videos              | 1 个         | WL-2.4
§14 | MEM SX AH D2 TJ WL | parameters | retention_years           | 10 年        | AJ-M
§14 | MEM SX AH D2 TJ WL | parameters | card_after                | 1 个工作日   | AJ-M
§14 | WL                 | parameters | deduction                 | 1 分         | WL-5.14
§14 | MEM SX AH D2 TJ    | parameters | deduction                 | 1 分         | AJ-M
§14 | SX                 | parameters | assessment_weight         | 5 %          | SX-3
§14 | MEM AH D2 TJ WL    | parameters | assessment_weight         | 5 %          | AJ-M
§4  | MEM SX AH D2 TJ WL | parameters | reward_rate               | 15 %         | REW-11.1
§4  | MEM SX AH D2 TJ WL | parameters | reward_floor              | 3000 元      | REW-11.1
§4  | MEM SX AH D2 TJ WL | parameters | reward_cap                | 300000 元    | REW-11.1
§4  | MEM SX AH D2 TJ WL | parameters | reward_death_ordinary     | 30000 元     | REW-11.2
§4  | MEM SX AH D2 TJ WL | parameters | reward_death_larger       | 40000 元     | REW-11.2
§4  | MEM SX AH D2 TJ WL | parameters | reward_death_major        | 50000 元     | REW-11.2
§4  | MEM SX AH D2 TJ WL | parameters | reward_death_extraordinary| 60000 元     | REW-11.2
§4  | WL                 | parameters | reward_chain              | local_first  | WL-3.8
§4  | MEM SX AH D2 TJ    | parameters | reward_chain              | national     | MEM-9
§4  | MEM SX AH D2 TJ WL | parameters | reward_after              | decision_effective | AJ-M
§4  | MEM SX AH D2 TJ WL | parameters | reward_rounding           | half_up      | AJ-M
§4  | MEM SX AH D2 TJ WL | parameters | no_fine                   | floor        | AJ-M
§4  | MEM SX AH D2 TJ WL | parameters | employee_uplift           | 20 %         | AJ-M
§4  | MEM SX AH D2 TJ WL | parameters | uplift_before_cap         | 是           | AJ-M
§4  | MEM SX AH D2 TJ WL | parameters | joint_split               | first_signatory | REW-12
§4  | MEM SX AH D2 TJ WL | parameters | later_reporter_share      | 0 %          | REW-12
§4  | MEM SX AH D2 TJ WL | parameters | claim_extension           | 30 日        | AJ-M
§4  | MEM SX AH D2 TJ WL | parameters | monthly_cap               | 0 元         | AJ-M
§4  | MEM SX AH D2 TJ WL | parameters | mine_first_level          | 15 %         | AJ-M
§4  | MEM SX AH D2 TJ WL | parameters | mine_second_level         | 12 %         | AJ-M
";

fn rows(table: &'static str) -> impl Iterator<Item = (Vec<&'static str>, Vec<&'static str>)> {
    table.trim().lines().map(|line| {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        (cells[1].split(' ').collect(), cells)
    })
}

fn of(id: &str) -> &'static Regime {
    regime(id).expect("it comes with Anju")
}

fn key(entry: &ClockEntry) -> String {
    match entry.urgency {
        Some(urgency) => format!("{}/{urgency}", entry.kind),
        None => entry.kind.to_string(),
    }
}

fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Minutes => "minutes",
        Unit::Hours => "hours",
        Unit::WorkingDays => "working_days",
        Unit::CalendarDays => "calendar_days",
    }
}

/// A period in the words of the table.
fn told(entry: &ClockEntry) -> [String; 4] {
    let length = format!("{} {}", entry.period.amount, unit(entry.period.unit));
    let extension = entry.extension.as_ref();
    let pause = entry.pause.iter().map(|rule| &rule.clause);
    let mut clauses = vec![&entry.clause];
    for clause in entry
        .also
        .iter()
        .chain(extension.map(|rule| &rule.clause))
        .chain(pause)
    {
        if !clauses.contains(&clause) {
            clauses.push(clause);
        }
    }
    [
        format!("{length} {} → {}", entry.starts, entry.stops),
        extension.map_or_else(
            || "-".to_owned(),
            |rule| format!("{} {}", rule.most, rule.approver),
        ),
        entry.lapse().to_string(),
        clauses
            .iter()
            .map(|one| one.as_str())
            .collect::<Vec<_>>()
            .join(" "),
    ]
}

#[test]
fn every_period_of_p1_to_p19_is_that_of_its_regime() {
    let mut seen = BTreeSet::new();
    for (ids, cells) in rows(MASTER).chain(rows(BESIDE)) {
        for id in ids {
            let entry = of(id).clocks.iter().find(|one| key(one) == cells[2]);
            let entry = entry.unwrap_or_else(|| panic!("{id} has no {}", cells[2]));
            assert_eq!(told(entry), cells[3..7], "{} {id} {}", cells[0], cells[2]);
            assert!(seen.insert((id, cells[2])), "twice: {id} {}", cells[2]);
        }
    }
    for regime in regimes() {
        for entry in &regime.clocks {
            assert!(
                seen.contains(&(regime.id(), key(entry).as_str())),
                "not in the tables: {} {}",
                regime.id(),
                key(entry)
            );
        }
    }
}

/// What an entry of a list says, and its clause.
fn found(regime: &Regime, list: &str, code: &str) -> Option<(String, String)> {
    match list {
        "parameters" => {
            let one = regime.parameters.iter().find(|one| one.code == code)?;
            let unit = one.unit.as_ref().map(|unit| format!(" {}", unit.zh));
            Some((
                format!("{}{}", one.value, unit.unwrap_or_default()),
                one.clause.clone(),
            ))
        }
        "duties" => {
            let one = regime.duties.iter().find(|one| one.code == code)?;
            Some((
                format!("{} {} {}", one.every, one.month, one.day),
                one.clause.clone(),
            ))
        }
        "ladder" => {
            let one = regime.ladder.iter().find(|one| one.code == code)?;
            Some((one.zh.clone(), one.clause.clone()))
        }
        _ => {
            let one = &regime.profile.liaison;
            Some((
                format!("{} {} {}", one.month, one.day, one.default.zh),
                one.clause.clone(),
            ))
        }
    }
}

#[test]
fn every_other_parameter_is_that_of_its_regime() {
    let mut seen = BTreeSet::new();
    for (ids, cells) in rows(OTHERS) {
        for id in ids {
            let expected = Some((cells[4].to_owned(), cells[5].to_owned()));
            assert_eq!(
                found(of(id), cells[2], cells[3]),
                expected,
                "{} {id} {}",
                cells[0],
                cells[3]
            );
            assert!(seen.insert((id, cells[3])), "twice: {id} {}", cells[3]);
        }
    }
    for regime in regimes() {
        let parameters = regime.parameters.iter().map(|one| one.code.as_str());
        let duties = regime.duties.iter().map(|one| one.code.as_str());
        for code in parameters.chain(duties) {
            assert!(
                seen.contains(&(regime.id(), code)),
                "not in the table: {} {code}",
                regime.id()
            );
        }
    }
}

#[test]
fn an_extension_is_asked_for_before_the_end_in_every_regime_ah_2_2b_tj_9_3_wl_3_7a() {
    for regime in regimes() {
        for entry in &regime.clocks {
            let Some(rule) = &entry.extension else { continue };
            assert!(rule.before_due, "{} {}", regime.id(), entry.kind);
            // A reporter is told of what the law grants, not of what happens within the authority (MEM-7.5).
            assert_eq!(
                rule.told,
                entry.kind.code() == "statutory",
                "{} {}",
                regime.id(),
                entry.kind
            );
        }
    }
}

/// Lamps by length: yellow from so much left, the reminder at so much.
#[test]
fn lamps_follow_the_length_of_the_period() {
    let days = |amount| Period::new(amount, Unit::WorkingDays);
    let hours = |amount| Period::new(amount, Unit::Hours);
    let calendar = |amount| Period::new(amount, Unit::CalendarDays);
    let rule = |period: Period| match (period.amount, period.unit) {
        (24, Unit::Hours) => Some((hours(6), Some(hours(2)))),
        (2 | 3, Unit::WorkingDays) => Some((days(1), None)),
        (7 | 10, Unit::WorkingDays) => Some((days(3), Some(days(1)))),
        (30 | 60, Unit::CalendarDays) => Some((calendar(10), None)),
        _ => None,
    };
    for regime in regimes() {
        for entry in &regime.clocks {
            if let Some(expected) = rule(entry.period) {
                assert_eq!(
                    (entry.yellow, entry.reminder),
                    expected,
                    "{} {}",
                    regime.id(),
                    key(entry)
                );
            }
        }
    }
}
