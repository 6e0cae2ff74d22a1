//! A report by a member of the public: the same body, but for what only the desk and other systems know.

use crate::{
    api::reports::{ParsedReport, ReportBody},
    problem::{Bilingual, Violation},
};

/// Parses a report by a member of the public.
///
/// # Errors
/// Every violation at once, among them each field that is not for the public.
pub fn parse_report(body: ReportBody) -> Result<ParsedReport, Vec<Violation>> {
    let not_theirs = [
        ("channel", body.channel.is_some()),
        ("received_at", body.received_at.is_some()),
        ("external_number", body.external_number.is_some()),
        ("title", body.title.is_some()),
    ];
    let mut violations: Vec<Violation> = not_theirs
        .iter()
        .filter(|(_, given)| *given)
        .map(|(field, _)| not_for_the_public(field))
        .collect();
    match body.parse() {
        Ok(report) if violations.is_empty() => Ok(report),
        Ok(_) => Err(violations),
        Err(more) => {
            violations.extend(more);
            Err(violations)
        }
    }
}

fn not_for_the_public(field: &str) -> Violation {
    let message = Bilingual::new("公众举报不填写这一项", "Reports by the public leave this out");
    Violation::new(field, "not_for_the_public", message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_the_desk_knows_is_refused_together_with_every_other_mistake() {
        let body = ReportBody {
            channel: Some("phone_12350".into()),
            title: Some("标题".into()),
            credit_code: Some("1".into()),
            ..ReportBody::default()
        };
        let violations = parse_report(body).expect_err("three mistakes");
        let fields: Vec<_> = violations.iter().map(|one| one.field.as_str()).collect();
        assert_eq!(fields, ["channel", "title", "credit_code"]);
    }

    #[test]
    fn an_empty_report_is_received_with_one_anonymous_reporter_mem_4_1() {
        let report = parse_report(ReportBody::default()).expect("everything may be missing");
        assert_eq!(report.reporters.len(), 1);
        assert!(!report.reporters[0].is_real_name());
    }
}
