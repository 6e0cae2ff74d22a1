//! Every period and periodic duty of every regime as a table for a reader of law: `tests/golden/regime-{id}.txt`.
//! Those of TJ that the procedure starts are reviewed with the workflow: `clocks-TJ.txt`.

use crate::golden::{column, reads_as_reviewed};
use anju_shared::{
    api::rules::{RegimeEntry, RegimeSection},
    rules::{Origin, Regime, regimes},
};

fn origin(origin: &Origin) -> String {
    match origin {
        Origin::Own => "本规则集".to_owned(),
        Origin::Inherited { from } => format!("承接 {from}"),
        Origin::Overrides { of } => format!("本规则集，代替 {of}"),
    }
}

fn told(entry: &RegimeEntry) -> String {
    let mut text = format!("{}（{}）  {}\n", entry.name.zh, entry.key, entry.name.en);
    let mut add = |name: &str, value: &str| text.push_str(&format!("    {}{value}\n", column(name, 6)));
    for line in &entry.says {
        add(&line.name.zh, &line.value.zh);
    }
    for (i, clause) in entry.clauses.iter().enumerate() {
        let basis = &clause.basis;
        add(
            if i == 0 { "依据" } else { "并据" },
            &format!("{}  {} {}", basis.clause, basis.instrument, basis.article),
        );
        add("条文", &clause.text);
    }
    add("来源", &origin(&entry.origin));
    text
}

fn section(section: &RegimeSection) -> String {
    let entries = section.entries.iter().map(|entry| format!("\n{}", told(entry)));
    format!("\n## {}\n{}", section.name.zh, entries.collect::<String>())
}

fn table(regime: &Regime) -> String {
    let detail = regime.detail();
    let profile = &regime.profile;
    let periods = ["clocks", "duties", "liaison", "parameters"];
    let sections = detail
        .sections
        .iter()
        .filter(|one| periods.contains(&one.code.as_str()));
    format!(
        "{}（{} 第 {} 版，{}自 {} 起）：全部时限\n{}",
        profile.title,
        regime.id(),
        profile.version,
        regime.line[1..]
            .iter()
            .map(|base| format!("承接 {base}，"))
            .collect::<String>(),
        regime.in_force_from,
        sections.map(section).collect::<String>()
    )
}

#[test]
fn every_regime_s_full_table_of_clocks_reads_as_it_was_reviewed() {
    for regime in regimes() {
        reads_as_reviewed(&format!("regime-{}.txt", regime.id()), &table(regime));
    }
}

#[test]
fn every_entry_has_words_in_both_languages_and_a_clause_with_its_words() {
    for regime in regimes() {
        for section in regime.detail().sections {
            for entry in section.entries {
                let place = format!("{} {} {}", regime.id(), section.code, entry.key);
                assert!(!entry.name.zh.is_empty() && !entry.name.en.is_empty(), "{place}");
                for line in &entry.says {
                    assert!(!line.value.zh.is_empty() && !line.value.en.is_empty(), "{place}");
                }
                // Words that point to urgency rest on the reason's clause.
                assert!(
                    !entry.clauses.is_empty() || section.code == "urgency_hints",
                    "{place}"
                );
                for clause in &entry.clauses {
                    assert!(
                        !clause.text.is_empty() && !clause.basis.instrument.is_empty(),
                        "{place}"
                    );
                }
            }
        }
    }
}
