use super::*;
use crate::{
    deadlines::{Period, Unit},
    workflow::Urgency,
};

fn tj() -> RuleProfile {
    built_in("TJ").expect("TJ comes with Anju").clone()
}

/// Places of the faults after this change.
fn faults(change: impl FnOnce(&mut RuleProfile)) -> Vec<String> {
    let mut profile = tj();
    change(&mut profile);
    let place = |fault: ProfileFault| {
        assert!(!fault.message.zh.is_ascii(), "{fault}");
        let english = |letter: char| letter.is_ascii() || matches!(letter, '“' | '”');
        let en = &fault.message.en;
        assert!(!en.is_empty() && en.chars().all(english), "{fault}");
        fault.place
    };
    profile.faults().into_iter().map(place).collect()
}

#[test]
fn every_entry_cites_a_clause_that_the_profile_explains() {
    assert_eq!(
        faults(|p| p.clocks[2].clause = "TJ-99".into()),
        ["clocks[2].clause"]
    );
    assert_eq!(
        faults(|p| p.required[0].clause = "TJ-99".into()),
        ["required[0].clause"]
    );
    assert_eq!(
        faults(|p| p.grounds[1].clause = String::new()),
        ["grounds[1].clause"]
    );
}

#[test]
fn every_sentence_for_citizens_cites_a_clause_and_every_industry_has_one_department() {
    assert_eq!(
        faults(|p| p.public.rewards[0].clause = "REW-99".into()),
        ["public.rewards[0].clause"]
    );
    assert_eq!(
        faults(|p| p.public.elsewhere[0].clause.clear()),
        ["public.elsewhere[0].clause"]
    );
    assert_eq!(
        faults(|p| p.public.departments[1].industries[0] = "coal".into()),
        ["industries[0].code", "industries[15].code"]
    );
}

#[test]
fn the_day_of_the_liaison_sheet_exists_and_cites_its_clause_d2_4_5() {
    assert_eq!(
        faults(|p| {
            p.liaison.day = 32;
            p.liaison.clause = "D2-99".into();
        }),
        ["liaison.clause", "liaison.day"]
    );
}

#[test]
fn every_citation_names_a_listed_instrument_and_an_article() {
    let places = faults(|p| {
        let citation = p.citations.get_mut("TJ-9.1").expect("TJ-9.1 is cited");
        citation.instrument = "XX".into();
        citation.article.clear();
    });
    assert_eq!(
        places,
        ["citations.TJ-9.1.instrument", "citations.TJ-9.1.article"]
    );
}

#[test]
fn a_period_is_longer_than_nothing() {
    let nothing = Period::new(0, Unit::Hours);
    assert_eq!(
        faults(|p| p.clocks[0].period = nothing),
        ["clocks[0].period.amount"]
    );
}

#[test]
fn a_kind_of_period_is_ruled_once_for_each_urgency() {
    assert_eq!(faults(|p| p.clocks.push(p.clocks[0].clone())), ["clocks[9].kind"]);
    // The second rule of signing is for urgent cases; for all cases it would meet the first.
    assert_eq!(faults(|p| p.clocks[3].urgency = None), ["clocks[3].kind"]);
}

#[test]
fn what_runs_from_the_receipt_cannot_depend_on_an_urgency_decided_later() {
    assert_eq!(
        faults(|p| p.clocks[0].urgency = Some(Urgency::Urgent)),
        ["clocks[0].urgency"]
    );
}

#[test]
fn a_dictionary_has_entries_and_each_code_once() {
    assert_eq!(faults(|p| p.channels.clear()), ["channels"]);
    assert_eq!(
        faults(|p| p.methods[3].code = p.methods[0].code.clone()),
        ["methods[3].code"]
    );
}

#[test]
fn the_disposition_that_is_no_measure_is_one_of_the_dispositions() {
    // TJ-3.2
    assert_eq!(faults(|p| p.no_measure = "nothing".into()), ["no_measure"]);
}

#[test]
fn the_authority_has_a_division_of_digits_and_versions_count_from_one() {
    assert_eq!(faults(|p| p.version = 0), ["version"]);
    assert_eq!(faults(|p| p.authority.division.clear()), ["authority.division"]);
    assert_eq!(
        faults(|p| p.authority.division = "TJ".into()),
        ["authority.division"]
    );
}

#[test]
fn a_clause_is_shown_with_its_instrument_and_article() {
    let basis = tj().basis("TJ-9.2");
    assert_eq!(basis.instrument, "《安全生产举报处办工作制度（试行）》");
    assert_eq!(basis.article, "第九条第一款");
    let unknown = tj().basis("XX-1");
    assert_eq!((unknown.clause.as_str(), unknown.article.as_str()), ("XX-1", ""));
}

#[test]
fn general_and_urgent_cases_have_their_own_period_of_handling() {
    // TJ-9.1, TJ-9.2
    let period = |urgency| {
        tj().clock(ClockKind::Handling, Some(urgency))
            .map(|rule| rule.period)
    };
    assert_eq!(period(Urgency::General), Some(Period::new(10, Unit::WorkingDays)));
    assert_eq!(period(Urgency::Urgent), Some(Period::new(24, Unit::Hours)));
}

#[test]
fn regions_lie_within_the_division_of_the_authority() {
    let profile = tj();
    let within = |entry: &Entry| entry.code.starts_with(&profile.authority.division);
    assert!(profile.regions.iter().all(within));
}

#[test]
fn a_profile_travels_to_the_browser_and_back_as_json() {
    let json = serde_json::to_string(&tj()).expect("a profile is JSON");
    assert_eq!(serde_json::from_str::<RuleProfile>(&json).ok(), Some(tj()));
}
