//! Everything that was entered, how it changes, and what of it is sent.

use super::{Faults, Field, Person, Standing, Trait, filled};
use crate::text::{Texts, format};
use anju_shared::{
    api::reports::ReportBody,
    ids::FileId,
    time::{Instant, LegalDate},
    workflow::{Fact, Nature},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Everything that was entered, as it was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    texts: BTreeMap<Field, String>,
    /// The reporters; at least one.
    pub people: Vec<Person>,
    next: u32,
}

/// A change of the form.
#[derive(Clone, PartialEq, Eq)]
pub enum Edit {
    /// A field says this now.
    Say(Field, String),
    /// A field of the reporter at this place says this now.
    SayOf(usize, Trait, String),
    /// Whether the reporter at this place wants paper.
    Paper(usize, bool),
    /// One more reporter.
    Add,
    /// The reporter at this place is taken out.
    Remove(usize),
    /// Everything anew.
    Begin(Box<Draft>),
}

impl Draft {
    /// An empty form, received now by this channel.
    #[must_use]
    pub fn new(now: Instant, channel: &str) -> Self {
        let texts = [
            (Field::Channel, channel.to_owned()),
            (Field::ReceivedAt, format::moment_input(now)),
        ];
        Self {
            texts: texts.into(),
            people: vec![Person::default()],
            next: 1,
        }
    }

    /// As it is kept at the server, sealed and for its writer alone.
    #[must_use]
    pub fn written(&self) -> String {
        // Maps of names to texts are always JSON.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// What was kept, if it can still be read.
    #[must_use]
    pub fn read(written: &str) -> Option<Self> {
        let draft: Self = anju_shared::json::read(written)?;
        (!draft.people.is_empty()).then_some(draft)
    }

    /// What was entered.
    #[must_use]
    pub fn text(&self, field: Field) -> &str {
        self.texts.get(&field).map_or("", String::as_str)
    }

    /// What was entered where the API says `name`; nothing for what is no text.
    fn text_named(&self, name: &str) -> Option<&str> {
        if let Some(field) = Field::named(name) {
            return Some(self.text(field));
        }
        let (place, field) = Trait::named(name)?;
        Some(self.people.get(place)?.text(field))
    }

    /// Of what was wrong with `before`, that which stands here as it stood there: a corrected field is not
    /// blamed any more, though only the next try tells whether it is right.
    #[must_use]
    pub fn still_wrong(&self, before: &Self, faults: Faults) -> Faults {
        let mut faults = faults;
        faults.retain(|name, _| self.text_named(name) == before.text_named(name));
        faults
    }

    /// The form after this change.
    #[must_use]
    pub fn edited(&self, edit: Edit) -> Self {
        let mut draft = self.clone();
        match edit {
            Edit::Say(field, text) => {
                draft.texts.insert(field, text);
            }
            Edit::SayOf(place, field, text) => {
                if let Some(person) = draft.people.get_mut(place) {
                    person.texts.insert(field, text);
                }
            }
            Edit::Paper(place, wants) => {
                if let Some(person) = draft.people.get_mut(place) {
                    person.wants_paper = wants;
                }
            }
            Edit::Add => {
                let key = draft.next;
                draft.people.push(Person {
                    key,
                    ..Person::default()
                });
                draft.next += 1;
            }
            Edit::Remove(place) if draft.people.len() > 1 && place < draft.people.len() => {
                draft.people.remove(place);
            }
            Edit::Remove(_) => {}
            Edit::Begin(fresh) => draft = *fresh,
        }
        draft
    }

    /// Whether somebody has begun to fill it in, so that losing it would hurt.
    #[must_use]
    pub fn is_begun(&self) -> bool {
        let matter = self.texts.iter().any(|(field, text)| {
            !matches!(field, Field::Channel | Field::ReceivedAt) && !text.trim().is_empty()
        });
        let people = self
            .people
            .iter()
            .any(|person| person.wants_paper || person.texts.values().any(|text| !text.trim().is_empty()));
        matter || people || self.people.len() > 1
    }

    /// Whether this fact is recorded (TJ-7.2).
    #[must_use]
    pub fn records(&self, fact: Fact) -> bool {
        !self.text(Field::of(fact)).trim().is_empty()
    }

    /// When it was received, if that can be read.
    #[must_use]
    pub fn received_at(&self, today: LegalDate) -> Option<Instant> {
        format::parse_moment(self.text(Field::ReceivedAt), today)
    }

    /// Whether a reporter gave name and contact.
    #[must_use]
    pub fn real_name(&self) -> bool {
        self.people
            .iter()
            .any(|person| person.standing() == Standing::RealName)
    }

    /// What is to be sent, judged as the server will judge it.
    ///
    /// # Errors
    /// Everything that is wrong, by field.
    pub fn checked(&self, today: LegalDate, files: Vec<FileId>, texts: &Texts) -> Result<ReportBody, Faults> {
        let received_at = self.received_at(today);
        let body = self.body(received_at, files);
        let violations = body.clone().parse().err().unwrap_or_default();
        let mut faults = Faults::new();
        for violation in violations {
            faults.insert(violation.field, violation.message.text(texts.language).to_owned());
        }
        if received_at.is_none() && !self.text(Field::ReceivedAt).trim().is_empty() {
            let fault = texts.time().moment_invalid.to_owned();
            faults.insert(Field::ReceivedAt.name().to_owned(), fault);
        }
        if faults.is_empty() { Ok(body) } else { Err(faults) }
    }

    fn body(&self, received_at: Option<Instant>, files: Vec<FileId>) -> ReportBody {
        let text = |field| filled(self.text(field));
        ReportBody {
            channel: text(Field::Channel),
            received_at,
            external_number: text(Field::ExternalNumber),
            title: text(Field::Title),
            enterprise: text(Field::Enterprise),
            credit_code: text(Field::CreditCode),
            address: text(Field::Address),
            region: text(Field::Region),
            industry: text(Field::Industry),
            nature: Nature::parse(self.text(Field::Nature)),
            occurred: text(Field::Occurred),
            place: text(Field::Place),
            facts: text(Field::Facts),
            clues: text(Field::Clues),
            told_employer: self.text(Field::ToldEmployer).parse().ok(),
            reporters: self.people.iter().map(Person::body).collect(),
            files,
        }
    }
}
