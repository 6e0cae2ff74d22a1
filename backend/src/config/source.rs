//! Where settings come from: layers of named values, and the list of mistakes made in them.

use super::Rate;
use std::{collections::BTreeMap, fmt, ops::RangeInclusive, path::Path, str::FromStr};

/// Variables of the environment that begin like settings but are none.
const NOT_SETTINGS: [&str; 4] = ["ANJU_CACHE", "ANJU_CONFIG", "ANJU_TEST_", "ANJU_XTASK_"];

/// Values by dotted name, the last layer on top.
#[derive(Default)]
pub struct Source {
    values: BTreeMap<String, Given>,
}

struct Given {
    value: String,
    /// As the operator wrote it: the name in the file, the variable, or the flag.
    origin: String,
}

/// Every mistake in the settings, one a line, each with what would be right.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.0.join("\n"))]
pub struct Mistakes(Vec<String>);

impl Source {
    /// Defaults, the file if one is named, and the environment of this process.
    ///
    /// # Errors
    /// When the file cannot be read or is not TOML.
    pub fn of_process(file: Option<&Path>) -> Result<Self, Mistakes> {
        let source = match file {
            None => Self::default(),
            Some(path) => {
                let text = std::fs::read_to_string(path).map_err(|cause| unreadable(path, &cause))?;
                Self::default().with_toml(&text)?
            }
        };
        Ok(source.with_environment(std::env::vars()))
    }

    /// Lays the values of a TOML text on top.
    ///
    /// # Errors
    /// When the text is not TOML.
    pub fn with_toml(mut self, text: &str) -> Result<Self, Mistakes> {
        let table: toml::Table = text
            .parse()
            .map_err(|cause| Mistakes(vec![format!("the settings file: {cause}")]))?;
        self.flatten("", table);
        Ok(self)
    }

    /// Lays variables on top; those that are not `ANJU_` settings are passed over.
    #[must_use]
    pub fn with_environment(mut self, variables: impl IntoIterator<Item = (String, String)>) -> Self {
        for (name, value) in variables {
            let other = NOT_SETTINGS.iter().any(|prefix| name.starts_with(prefix));
            if let (Some(rest), false) = (name.strip_prefix("ANJU_"), other) {
                self.values.insert(dotted(rest), Given { value, origin: name });
            }
        }
        self
    }

    /// Lays one value on top, as the command line does.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.values.insert(
            name.to_owned(),
            Given {
                value: value.into(),
                origin: name.to_owned(),
            },
        );
        self
    }

    pub(super) fn reader(self) -> Reader {
        Reader {
            values: self.values,
            mistakes: Vec::new(),
        }
    }

    fn flatten(&mut self, prefix: &str, table: toml::Table) {
        for (key, value) in table {
            let name = format!("{prefix}{key}");
            let value = match value {
                toml::Value::Table(inner) => {
                    self.flatten(&format!("{name}."), inner);
                    continue;
                }
                toml::Value::String(text) => text,
                toml::Value::Integer(number) => number.to_string(),
                toml::Value::Boolean(flag) => flag.to_string(),
                other => format!("a {}", other.type_str()),
            };
            self.values.insert(name.clone(), Given { value, origin: name });
        }
    }
}

fn unreadable(path: &Path, cause: &std::io::Error) -> Mistakes {
    Mistakes(vec![format!(
        "the settings file {} cannot be read: {cause}",
        path.display()
    )])
}

/// `LIMITS_JSON_BYTES` is `limits.json_bytes`; a name outside the groups keeps its underscores.
fn dotted(variable: &str) -> String {
    let name = variable.to_ascii_lowercase();
    for group in ["drafts", "limits", "sign_in", "webhook"] {
        if let Some(rest) = name.strip_prefix(group).and_then(|rest| rest.strip_prefix('_')) {
            return format!("{group}.{rest}");
        }
    }
    let Some(rest) = name.strip_prefix("rates_") else {
        return name;
    };
    for last in ["per_minute", "burst"] {
        if let Some(group) = rest.strip_suffix(last).and_then(|group| group.strip_suffix('_')) {
            return format!("rates.{group}.{last}");
        }
    }
    format!("rates.{rest}")
}

/// Takes settings out one by one and remembers what was wrong.
pub(super) struct Reader {
    values: BTreeMap<String, Given>,
    mistakes: Vec<String>,
}

impl Reader {
    pub(super) fn optional(&mut self, name: &str) -> Option<String> {
        self.values.remove(name).map(|given| given.value)
    }

    pub(super) fn text(&mut self, name: &str, default: &str) -> String {
        self.parsed(name, default, |text| match text.trim() {
            "" => Err("something".to_owned()),
            text => Ok(text.to_owned()),
        })
        .unwrap_or_default()
    }

    /// The value of `name` through `parse`, whose error says what would be right.
    pub(super) fn parsed<T>(
        &mut self,
        name: &str,
        default: &str,
        parse: impl Fn(&str) -> Result<T, String>,
    ) -> Option<T> {
        let given = self.values.remove(name);
        let (value, origin) = given.map_or((default.to_owned(), name.to_owned()), |g| (g.value, g.origin));
        // The address of a database holds a password, and mistakes end in logs.
        let shown = if name == "database_url" { "…" } else { &value };
        parse(&value)
            .map_err(|right| {
                self.mistakes
                    .push(format!("{origin} is “{shown}”; expected {right}"))
            })
            .ok()
    }

    /// A value with a parser of its own and a default that passes it.
    pub(super) fn required<T: FromStr<Err: fmt::Debug>>(
        &mut self,
        name: &str,
        default: &str,
        right: &str,
    ) -> T {
        self.parsed(name, default, |text| text.parse().map_err(|_| right.to_owned()))
            .unwrap_or_else(|| default.parse().expect("a default passes its own parser"))
    }

    pub(super) fn between(&mut self, name: &str, default: usize, range: RangeInclusive<usize>) -> usize {
        let right = format!("a whole number, {} to {}", range.start(), range.end());
        let parsed = self.parsed(name, &default.to_string(), |text| {
            text.parse()
                .ok()
                .filter(|number| range.contains(number))
                .ok_or_else(|| right.clone())
        });
        parsed.unwrap_or(default)
    }

    pub(super) fn rate(&mut self, name: &str, per_minute: u32, burst: u32) -> Rate {
        let mut part = |last: &str, default: u32| {
            let number = self.between(&format!("{name}.{last}"), default as usize, 1..=10_000_000);
            u32::try_from(number).unwrap_or(default)
        };
        Rate {
            per_minute: part("per_minute", per_minute),
            burst: part("burst", burst),
        }
    }

    /// Remembers a mistake between several settings.
    pub(super) fn wrong<T>(&mut self, name: &str, right: &str) -> Option<T> {
        self.mistakes.push(format!("{name}: expected {right}"));
        None
    }

    /// The settings, unless something was wrong or is left over.
    pub(super) fn finish<T>(mut self, settings: T) -> Result<T, Mistakes> {
        self.mistakes.extend(
            self.values
                .into_values()
                .map(|given| format!("{} is not a setting", given.origin)),
        );
        if self.mistakes.is_empty() {
            Ok(settings)
        } else {
            Err(Mistakes(self.mistakes))
        }
    }
}
