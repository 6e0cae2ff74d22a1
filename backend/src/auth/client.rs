//! Tokens of third-party systems (RFC 6749, 4.4). Failures are problems, as everywhere in this API.

use super::{
    service::unauthenticated,
    store::accounts::{self, Client},
    token::{ACCESS_SECONDS, OpaqueToken, Subject},
};
use crate::{
    access::{Access, Grant},
    confidential::{HashKind, Keyring},
    error::{Error, Result},
    http::{RequestInfo, rate::RateKind},
    state::State,
};
use anju_shared::{
    access::{Actor, Operation, Scope},
    api::session::{TokenRequest, TokenResponse},
    problem::{Bilingual, ProblemCode, Violation},
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use subtle::ConstantTimeEq as _;

/// The public name and the secret as a system presents them.
#[derive(Default)]
struct Credentials {
    client_id: String,
    secret: String,
}

/// Answers a request for a token.
///
/// # Errors
/// 401 for wrong credentials, 422 for another grant or a scope that was not granted.
pub(super) async fn issue(
    state: &State,
    info: &RequestInfo,
    authorization: Option<&str>,
    request: &TokenRequest,
) -> Result<TokenResponse> {
    state.rates.admit(RateKind::SignIns, info.address)?;
    let credentials = credentials(authorization, request).unwrap_or_default();
    let access = |actor, resource| Access::new(state, actor, Operation::ObtainToken, resource).within(info);
    let client = match check(state, &credentials).await {
        Ok(client) => client,
        Err(error) => {
            let mark = state.keys.keyed_hash(HashKind::SignIn, &credentials.client_id);
            return access(Actor::Public, format!("client/{}", hex::encode(&mark[..6])))
                .refuse(error)
                .await;
        }
    };
    let resource = format!("client/{}", client.id);
    let actor = Actor::Client {
        client: client.id,
        scopes: client.scopes.clone(),
    };
    let issued = async |_: &Grant| {
        let scope = text(&asked(request, &client)?);
        let subject = Subject::Client {
            sub: client.id,
            scope: scope.clone(),
        };
        let token = state
            .tokens
            .issue(subject, state.clock.now())
            .map_err(anyhow::Error::from)?;
        Ok(TokenResponse {
            access_token: token,
            token_type: "Bearer".to_owned(),
            expires_in: u32::try_from(ACCESS_SECONDS).unwrap_or_default(),
            scope,
        })
    };
    access(actor, resource).read(issued).await
}

/// A system as its token describes it, with no more than it is granted now.
pub(super) fn actor(client: &Client, scope: &str) -> Actor {
    let still = parse(scope).filter(|scope| client.scopes.contains(scope));
    Actor::Client {
        client: client.id,
        scopes: still.collect(),
    }
}

async fn check(state: &State, credentials: &Credentials) -> Result<Client> {
    let client = accounts::client_named(state.db.read(), &credentials.client_id).await?;
    let right = is_secret(&credentials.secret, client.as_ref(), &state.keys);
    client
        .filter(|_| right)
        .ok_or(Error::of(ProblemCode::BadCredentials))
}

/// An unknown client costs the same comparison. The secret is 256 random bits, so no slow hash is needed.
fn is_secret(secret: &str, client: Option<&Client>, keys: &Keyring) -> bool {
    let stored = client
        .and_then(|client| hex::decode(&client.secret_hash).ok())
        .unwrap_or_else(|| vec![0; 32]);
    let presented = OpaqueToken::parse(secret).map(|secret| secret.hash(HashKind::ClientSecret, keys));
    presented.unwrap_or([1; 32]).as_slice().ct_eq(&stored).into()
}

/// From HTTP Basic if it is there, else from the body.
fn credentials(authorization: Option<&str>, request: &TokenRequest) -> Result<Credentials> {
    let Some(authorization) = authorization else {
        let (id, secret) = (request.client_id.clone(), request.client_secret.clone());
        return Ok(Credentials {
            client_id: id.unwrap_or_default(),
            secret: secret.unwrap_or_default(),
        });
    };
    let encoded = authorization
        .split_once(' ')
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("basic"));
    let decoded = encoded.and_then(|(_, encoded)| STANDARD.decode(encoded.trim()).ok());
    let decoded = decoded
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .ok_or_else(unauthenticated)?;
    let (client_id, secret) = decoded.split_once(':').ok_or_else(unauthenticated)?;
    Ok(Credentials {
        client_id: client_id.to_owned(),
        secret: secret.to_owned(),
    })
}

/// The scopes asked for; all that were granted if none is named.
fn asked(request: &TokenRequest, client: &Client) -> Result<Vec<Scope>> {
    if request.grant_type != "client_credentials" {
        return Err(invalid(
            "grant_type",
            "unsupported_grant_type",
            (
                "仅支持 client_credentials",
                "Only client_credentials is supported",
            ),
        ));
    }
    let Some(asked) = request.scope.as_deref().filter(|asked| !asked.trim().is_empty()) else {
        return Ok(client.scopes.clone());
    };
    let granted = |scope: &Scope| client.scopes.contains(scope);
    let mut scopes: Vec<Scope> = parse(asked).filter(granted).collect();
    if scopes.len() < asked.split_ascii_whitespace().count() {
        let told = (
            "该客户端未获授予所请求的权限范围",
            "A scope was asked for that this client was not granted",
        );
        return Err(invalid("scope", "invalid_scope", told));
    }
    scopes.sort_unstable();
    scopes.dedup();
    Ok(scopes)
}

/// The code is the one that RFC 6749, 5.2 gives the error.
fn invalid(field: &str, code: &'static str, (zh, en): (&str, &str)) -> Error {
    Error::Invalid(vec![Violation::new(field, code, Bilingual::new(zh, en))])
}

fn parse(scope: &str) -> impl Iterator<Item = Scope> {
    scope.split_ascii_whitespace().filter_map(Scope::parse)
}

fn text(scopes: &[Scope]) -> String {
    scopes
        .iter()
        .map(|scope| scope.as_str())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use anju_shared::ids::ClientId;
    use uuid::Uuid;

    fn client(scopes: &[Scope]) -> Client {
        Client {
            id: ClientId(Uuid::nil()),
            secret_hash: String::new(),
            scopes: scopes.to_vec(),
        }
    }

    fn request(scope: Option<&str>) -> TokenRequest {
        let grant_type = "client_credentials".to_owned();
        TokenRequest {
            grant_type,
            client_id: None,
            client_secret: None,
            scope: scope.map(str::to_owned),
        }
    }

    #[test]
    fn a_client_gets_the_scopes_it_asks_for_and_no_others() {
        use Scope::{ReportsStatus, ReportsSubmit};
        let both = client(&[ReportsSubmit, ReportsStatus]);
        let asked = |scope| asked(&request(scope), &both).ok();
        assert_eq!(asked(None), Some(vec![ReportsSubmit, ReportsStatus]));
        assert_eq!(asked(Some(" ")), Some(vec![ReportsSubmit, ReportsStatus]));
        assert_eq!(
            asked(Some("reports:status  reports:status")),
            Some(vec![ReportsStatus])
        );
        assert_eq!(asked(Some("reports:status cases:read")), None);
    }

    #[test]
    fn a_token_carries_no_more_than_is_granted_now() {
        let Actor::Client { client: _, scopes } = actor(
            &client(&[Scope::ReportsStatus]),
            "reports:submit reports:status x",
        ) else {
            panic!("a client")
        };
        assert_eq!(scopes, [Scope::ReportsStatus]);
    }

    #[test]
    fn credentials_stand_in_the_header_or_in_the_body() {
        let basic = |text: &str| format!("Basic {}", STANDARD.encode(text));
        let read = |header: Option<&str>| {
            credentials(header, &request(None))
                .ok()
                .map(|c| (c.client_id, c.secret))
        };
        assert_eq!(
            read(Some(&basic("id:se:cret"))),
            Some(("id".into(), "se:cret".into()))
        );
        assert_eq!(read(None), Some((String::new(), String::new())));
        for wrong in ["Basic", "Basic !", "Bearer x", &basic("id")] {
            assert_eq!(read(Some(wrong)), None, "{wrong}");
        }
    }
}
