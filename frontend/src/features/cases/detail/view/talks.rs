//! 沟通: everything that was said with reporters, the messages and the talks that were written down, in one line
//! of time.

use super::words::{actor_word, reporter_word, say};
use crate::text::Texts;
use anju_shared::{
    api::{
        cases::MaskedReporter,
        messages::{AttachedFile, CaseMessage},
    },
    time::Instant,
    workflow::{Contact, Side},
};

/// One thing that was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Talk {
    /// Where it stands among its kind.
    pub key: String,
    /// When.
    pub at: Instant,
    /// With which reporter.
    pub with: String,
    /// Who wrote it down, if not the reporter.
    pub by: Option<String>,
    /// Small word beside it.
    pub tag: Option<&'static str>,
    /// The words came from the reporter.
    pub from_reporter: bool,
    /// The words.
    pub text: String,
    /// Files with them.
    pub files: Vec<AttachedFile>,
}

/// All that was said, the latest last.
#[must_use]
pub fn talks(
    messages: &[CaseMessage],
    contacts: &[Contact],
    reporters: &[MaskedReporter],
    texts: &'static Texts,
) -> Vec<Talk> {
    let message = |one: &CaseMessage| Talk {
        key: one.id.to_string(),
        at: one.at,
        with: reporter_word(reporters, one.reporter, texts),
        by: one.by.user().map(|_| actor_word(&one.by, texts).to_owned()),
        tag: one.supplement.then_some(texts.case_detail().supplement),
        from_reporter: one.from == Side::Reporter,
        text: one.text.clone(),
        files: one.files.clone(),
    };
    let contact = |(place, one): (usize, &Contact)| Talk {
        key: format!("contact-{place}"),
        at: one.at,
        with: reporter_word(reporters, one.reporter, texts),
        by: Some(texts.case_detail().recorded.to_owned()),
        tag: Some(say!(one.means, texts)),
        from_reporter: false,
        text: one.summary.clone(),
        files: Vec::new(),
    };
    let mut all: Vec<Talk> = messages.iter().map(message).collect();
    all.extend(contacts.iter().enumerate().map(contact));
    all.sort_by_key(|talk| talk.at);
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{features::cases::detail::view::sample, text::ZH};
    use anju_shared::{access::ActorRef, ids::MessageId, workflow::Means};
    use uuid::Uuid;

    #[test]
    fn messages_and_recorded_talks_stand_in_one_line_of_time() {
        let said = |minute: i64, from, by| CaseMessage {
            id: MessageId(Uuid::from_u128(1)),
            reporter: sample::REPORTER,
            from,
            supplement: false,
            by,
            at: sample::at("2026-11-12T15:00:00+08:00").plus(minute * 60),
            text: "话".into(),
            files: Vec::new(),
        };
        let talk = Contact {
            reporter: sample::REPORTER,
            means: Means::Telephone,
            summary: "电话确认".into(),
            at: sample::at("2026-11-12T15:30:00+08:00"),
        };
        let messages = [
            said(0, Side::Reporter, ActorRef::Reporter),
            said(60, Side::Authority, sample::handler().reference()),
        ];
        let all = talks(&messages, &[talk], &sample::masked(), &ZH);
        let told: Vec<_> = all
            .iter()
            .map(|one| (one.from_reporter, one.by.as_deref()))
            .collect();
        assert_eq!(told, [(true, None), (false, Some("记录")), (false, Some("林远"))]);
        assert_eq!(all[1].tag, Some("电话"));
    }
}
