//! Every answer against the OpenAPI document: status, media type, schema, and the headers that all have.

use super::Answer;
use jsonschema::Validator;
use reqwest::Method;
use serde_json::{Value, json};
use std::{collections::HashMap, sync::Mutex};

/// The document as a judge of answers.
pub(crate) struct Contract {
    document: Value,
    validators: Mutex<HashMap<String, Validator>>,
}

impl Contract {
    pub(super) fn of(document: &Value) -> Self {
        Self {
            document: document.clone(),
            validators: Mutex::default(),
        }
    }

    pub(super) const fn document(&self) -> &Value {
        &self.document
    }

    /// Panics with what is wrong, if anything is.
    pub(super) fn check(&self, method: &Method, path: &str, answer: &Answer) {
        let place = format!("{method} {path} answered {}", answer.status);
        self.check_headers(&place, method, path, answer);
        if let Some(operation) = self.operation(method, path) {
            let response = &operation["responses"][answer.status.to_string()];
            assert!(
                !response.is_null(),
                "{place}, which is not documented: {}",
                answer.text()
            );
            self.check_body(&place, self.resolve(response), answer);
        } else if answer.status >= 400 {
            self.check_schema(
                &place,
                &json!({ "$ref": "#/components/schemas/Problem" }),
                &answer.body,
            );
        }
    }

    fn check_headers(&self, place: &str, method: &Method, path: &str, answer: &Answer) {
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{place}");
        assert!(
            answer
                .header("content-security-policy")
                .contains("frame-ancestors 'none'"),
            "{place}"
        );
        assert!(
            uuid::Uuid::parse_str(answer.header("x-request-id")).is_ok(),
            "{place}"
        );
        if path.starts_with("/api/") || path.starts_with("/oauth/") {
            // Rules and calendar are everybody's; anything else is one caller's.
            let wanted = match (path, answer.status) {
                ("/api/v1/public/guide", 200) => "public, max-age=600",
                (path, 200 | 304) if path.starts_with("/api/v1/calendar") && method == Method::GET => {
                    "public, no-cache"
                }
                _ => "no-store",
            };
            assert_eq!(answer.header("cache-control"), wanted, "{place}");
        }
        if answer.status == 429 || answer.status == 503 {
            assert!(answer.header("retry-after").parse::<u64>().is_ok(), "{place}");
        }
    }

    fn check_body(&self, place: &str, response: &Value, answer: &Answer) {
        let Some(content) = response["content"]
            .as_object()
            .filter(|content| !content.is_empty())
        else {
            assert!(
                answer.body.is_empty(),
                "{place} with a body that is not documented: {}",
                answer.text()
            );
            return;
        };
        let media_type = answer
            .header("content-type")
            .split(';')
            .next()
            .unwrap_or_default()
            .trim();
        let documented = content.get(media_type).or_else(|| content.get("*/*"));
        let documented = documented.or_else(|| content.get("application/octet-stream"));
        let Some(documented) = documented else {
            panic!("{place} as {media_type}, which is not documented");
        };
        if media_type.ends_with("json") && !documented["schema"].is_null() {
            self.check_schema(place, &documented["schema"], &answer.body);
        }
    }

    fn check_schema(&self, place: &str, schema: &Value, body: &[u8]) {
        let body: Value = serde_json::from_slice(body).unwrap_or_else(|error| panic!("{place}: {error}"));
        let mut validators = self.validators.lock().expect("no test panicked here before");
        let validator = validators.entry(schema.to_string()).or_insert_with(|| {
            let whole = json!({ "components": self.document["components"], "allOf": [schema] });
            let options = jsonschema::options().with_draft(jsonschema::Draft::Draft202012);
            options
                .should_validate_formats(true)
                .build(&whole)
                .expect("a schema that holds together")
        });
        let faults: Vec<String> = validator
            .iter_errors(&body)
            .map(|fault| format!("{}: {fault}", fault.instance_path))
            .collect();
        assert!(
            faults.is_empty(),
            "{place} against its schema:\n{}\n{body:#}",
            faults.join("\n")
        );
    }

    /// The operation of this path, by its template; a path without variables comes first.
    fn operation(&self, method: &Method, path: &str) -> Option<&Value> {
        let asked: Vec<&str> = path.split('/').collect();
        let paths = self.document["paths"].as_object()?;
        let fits = |template: &str| {
            let known: Vec<&str> = template.split('/').collect();
            known.len() == asked.len()
                && known
                    .iter()
                    .zip(&asked)
                    .all(|(k, a)| k.starts_with('{') || k == a)
        };
        let found = paths.iter().filter(|(template, _)| fits(template));
        let (_, item) = found.min_by_key(|(template, _)| template.matches('{').count())?;
        item.get(method.as_str().to_ascii_lowercase())
    }

    fn resolve<'a>(&'a self, value: &'a Value) -> &'a Value {
        match value["$ref"].as_str() {
            Some(reference) => self
                .document
                .pointer(&reference[1..])
                .expect("a reference that leads somewhere"),
            None => value,
        }
    }
}
