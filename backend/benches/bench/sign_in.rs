//! Sign-ins, beside the key derivation that each of them costs.

use super::{
    engine::{Engine, runtime},
    http::Connection,
    measure::{millis, one_by_one, together},
    server::Installation,
    table::Table,
};
use anju_backend::{
    auth::password::Passwords,
    demo::{Demonstration, PASSWORD},
    ids::SystemIds,
};
use std::{io, time::Duration};
use zeroize::Zeroizing;

/// A dispatcher of the demonstration.
pub(crate) const DISPATCHER: &str = "jiaoban";
/// An intake officer of the demonstration.
pub(crate) const INTAKE: &str = "shouli1";
/// The system administrator of the demonstration.
pub(crate) const ADMINISTRATOR: &str = "xitong";
/// The head of its office.
pub(crate) const HEAD: &str = "anwei";
const TIME: Duration = Duration::from_secs(2);

/// The header of somebody of the demonstration.
pub(crate) fn authorization(connection: &mut Connection, login: &str) -> io::Result<String> {
    let answer = sign_in(connection, login)?;
    let token = answer.json()["access_token"].as_str().map(str::to_owned);
    let token = token.ok_or_else(|| io::Error::other(format!("no sign-in: {}", answer.status)))?;
    Ok(format!("Authorization: Bearer {token}\r\n"))
}

/// Sign-ins by one and by sixteen, and verifications of a password by two threads, which is all there are.
pub(crate) fn measure(engine: &Engine, installation: &Installation, table: &mut Table) -> io::Result<()> {
    let mut connection = Connection::open(installation.address)?;
    let one = one_by_one(50, || Ok(sign_in(&mut connection, DISPATCHER)?.is_success()))?;
    // Each signs in as somebody else: who signs in as one person from many places at once is made to wait.
    let accounts = Demonstration::accounts();
    let many = together(16, TIME, |caller| {
        let (login, _) = accounts
            .get(caller)
            .ok_or_else(|| io::Error::other("too few accounts"))?;
        let mut connection = Connection::open(installation.address)?;
        Ok(move || Ok(sign_in(&mut connection, login)?.is_success()))
    })?;
    let derivation = derivations()?;
    let said = format!(
        "{:.0} by 16 clients ({:.2} of {:.0} bare verifications); alone {:.1} ms; {} failed",
        many.rate,
        many.rate / derivation,
        derivation,
        millis(one.median),
        one.failed + many.failed
    );
    table.row(engine.name, "sign-ins a second", said, "");
    Ok(())
}

fn sign_in(connection: &mut Connection, login: &str) -> io::Result<super::http::Answer> {
    let body = serde_json::json!({ "login": login, "password": PASSWORD }).to_string();
    connection.ask(
        "POST",
        "/api/v1/session",
        "Content-Type: application/json\r\n",
        body.as_bytes(),
    )
}

fn derivations() -> io::Result<f64> {
    let threads = std::thread::available_parallelism().map_or(2, usize::from);
    let passwords = Passwords::new(threads);
    let password = || Zeroizing::new(PASSWORD.to_owned());
    let hashed = runtime()?
        .block_on(passwords.hash(password(), &SystemIds))
        .map_err(io::Error::other)?;
    let measured = together(threads, TIME, |_| {
        let (runtime, passwords, hashed) = (runtime()?, &passwords, &hashed);
        let stored = || Some(hashed.as_str().to_owned());
        Ok(move || {
            runtime
                .block_on(passwords.verify(password(), stored()))
                .map_err(io::Error::other)
        })
    })?;
    Ok(measured.rate)
}
