//! Units, people and systems for a test, made as an operator makes them, and signed in as they sign in.

use super::{Answer, World};
use anju_backend::admin::{self, AddedClient, NewUnit, NewUser};
use anju_shared::{
    access::{Role, Scope},
    api::{directory::UnitKind, session::SignedIn},
    ids::{UnitId, UserId},
};
use zeroize::Zeroizing;

/// The password of everybody in tests.
pub(crate) const PASSWORD: &str = "Right-Horse-7";

impl World {
    /// A unit: `anwei` for the office, else the code of a street or department.
    pub(crate) async fn unit(&self, code: &str, kind: UnitKind, region: &str) -> UnitId {
        let new = NewUnit {
            code,
            name: &format!("{code} 单位"),
            kind,
            region,
        };
        admin::add_unit(self.server.state(), new).await.expect("a unit")
    }

    /// The office of the whole district.
    pub(crate) async fn office(&self) -> UnitId {
        self.unit("anwei", UnitKind::Office, "1201").await
    }

    /// A person of a unit that is there already.
    pub(crate) async fn person(&self, login: &str, unit: &str, roles: &[Role]) -> UserId {
        let password = Some(Zeroizing::new(PASSWORD.to_owned()));
        let new = NewUser {
            login,
            name: "张伟",
            unit,
            roles,
            password,
        };
        admin::add_user(self.server.state(), new)
            .await
            .expect("an account")
            .id
    }

    /// A third-party system.
    pub(crate) async fn system(&self, scopes: &[Scope]) -> AddedClient {
        admin::add_client(self.server.state(), "小程序", scopes)
            .await
            .expect("an account")
    }

    /// Tries to sign in with this password.
    pub(crate) async fn try_to_sign_in(&self, login: &str, password: &str) -> Answer {
        let body = serde_json::json!({ "login": login, "password": password });
        self.post("/api/v1/session").json(&body).send().await
    }

    /// Signs a person in; the token of the access.
    pub(crate) async fn sign_in(&self, login: &str) -> String {
        let answer = self.try_to_sign_in(login, PASSWORD).await.expect(200);
        answer.parse::<SignedIn>().access_token
    }

    /// The token of a system with all the scopes that it was granted.
    pub(crate) async fn system_token(&self, system: &AddedClient) -> String {
        let form = [
            ("grant_type", "client_credentials"),
            ("client_id", &system.client_id),
            ("client_secret", system.secret.reveal()),
        ];
        let answer = self.post("/oauth/token").form(&form).send().await.expect(200);
        answer.json()["access_token"]
            .as_str()
            .expect("a token")
            .to_owned()
    }
}
