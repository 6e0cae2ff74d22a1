//! Part of the binary: setting up units, routes and accounts at the command line.

use anju_backend::{
    admin::{self, NewUnit, NewUser},
    clock::SystemClock,
    config::Config,
    error::Error,
    ids::SystemIds,
    server::behind_closed_doors,
    state::State,
};
use anju_shared::{
    access::{Role, Scope},
    api::directory::UnitKind,
    problem::Language,
};
use clap::Subcommand;
use std::{io::Read as _, sync::Arc};
use zeroize::Zeroizing;

/// What can be set up.
#[derive(Subcommand)]
pub(crate) enum Setup {
    /// Units.
    #[command(subcommand)]
    Unit(Unit),
    /// Which unit is proposed for a region and an industry.
    #[command(subcommand)]
    Route(Route),
    /// Accounts of people.
    #[command(subcommand)]
    User(User),
    /// Accounts of third-party systems.
    #[command(subcommand)]
    Client(Client),
}

#[derive(Subcommand)]
pub(crate) enum Unit {
    /// Add a unit.
    Add {
        /// Short stable code.
        #[arg(long)]
        code: String,
        /// Its name.
        #[arg(long)]
        name: String,
        /// office, street, park or department.
        #[arg(long, value_parser = kind)]
        kind: UnitKind,
        /// Division code of its region; of the office, the whole division.
        #[arg(long)]
        region: String,
    },
}

#[derive(Subcommand)]
pub(crate) enum Route {
    /// Add a route; the narrowest that fits is proposed.
    Add {
        /// Code of the unit.
        #[arg(long)]
        unit: String,
        /// Code of the region; any, if left out.
        #[arg(long)]
        region: Option<String>,
        /// Code of the industry; any, if left out.
        #[arg(long)]
        industry: Option<String>,
    },
}

#[derive(Subcommand)]
pub(crate) enum User {
    /// Add an account; without a password one is generated and printed once.
    Add {
        /// User name.
        #[arg(long)]
        login: String,
        /// Name of the person.
        #[arg(long)]
        name: String,
        /// Code of the unit.
        #[arg(long)]
        unit: String,
        /// Code of a role; may be given several times.
        #[arg(long = "role", required = true, value_parser = role)]
        roles: Vec<Role>,
        /// Read the password from standard input.
        #[arg(long)]
        password_stdin: bool,
    },
    /// Replace the roles of a person, from their next request on.
    Roles {
        /// User name.
        #[arg(long)]
        login: String,
        /// Code of a role; may be given several times.
        #[arg(long = "role", required = true, value_parser = role)]
        roles: Vec<Role>,
    },
    /// Take the one-time code off the account of a person who lost it.
    ForgetCode {
        /// User name.
        #[arg(long)]
        login: String,
    },
    /// Close an account, from its next request on.
    Close {
        /// User name.
        #[arg(long)]
        login: String,
    },
    /// Open a closed account again.
    Reopen {
        /// User name.
        #[arg(long)]
        login: String,
    },
}

#[derive(Subcommand)]
pub(crate) enum Client {
    /// Add an account; its secret is printed once.
    Add {
        /// Name for people.
        #[arg(long)]
        name: String,
        /// A scope; may be given several times.
        #[arg(long = "scope", required = true, value_parser = scope)]
        scopes: Vec<Scope>,
    },
    /// Close an account, from its next request on.
    Close {
        /// Public name.
        #[arg(long)]
        client_id: String,
    },
    /// Open a closed account again.
    Reopen {
        /// Public name.
        #[arg(long)]
        client_id: String,
    },
}

/// Does what was asked for; answers what is to be printed.
pub(crate) async fn set_up(config: Config, command: &Setup) -> anyhow::Result<String> {
    let work = async |state: &State| perform(state, command).await.map_err(explain);
    behind_closed_doors(config, Arc::new(SystemClock), Arc::new(SystemIds), work).await
}

async fn perform(state: &State, command: &Setup) -> Result<String, Error> {
    match command {
        Setup::Unit(Unit::Add {
            code,
            name,
            kind,
            region,
        }) => {
            admin::add_unit(
                state,
                NewUnit {
                    code,
                    name,
                    kind: *kind,
                    region,
                },
            )
            .await?;
            Ok(format!("unit: {code}\n"))
        }
        Setup::Route(Route::Add {
            unit,
            region,
            industry,
        }) => {
            admin::add_route(state, region.as_deref(), industry.as_deref(), unit).await?;
            Ok(format!("routed to: {unit}\n"))
        }
        Setup::User(command) => user(state, command).await,
        Setup::Client(command) => client(state, command).await,
    }
}

async fn user(state: &State, command: &User) -> Result<String, Error> {
    match command {
        User::Add {
            login,
            name,
            unit,
            roles,
            password_stdin,
        } => {
            let password = password_stdin.then(from_stdin).transpose()?;
            let added = admin::add_user(
                state,
                NewUser {
                    login,
                    name,
                    unit,
                    roles,
                    password,
                },
            )
            .await?;
            // Whoever set it up knows the password: it is good for one thing only.
            admin::ask_for_own_password(state, login).await?;
            let generated = added
                .generated
                .map(|password| format!("password: {}\n", *password));
            Ok(format!("user: {login}\n{}", generated.unwrap_or_default()))
        }
        User::Roles { login, roles } => {
            admin::set_roles(state, login, roles).await?;
            Ok(format!("changed: {login}\n"))
        }
        User::ForgetCode { login } => {
            admin::forget_one_time_code(state, login).await?;
            Ok(format!("forgotten: {login}\n"))
        }
        User::Close { login } => {
            admin::set_user_active(state, login, false).await?;
            Ok(format!("closed: {login}\n"))
        }
        User::Reopen { login } => {
            admin::set_user_active(state, login, true).await?;
            Ok(format!("open: {login}\n"))
        }
    }
}

async fn client(state: &State, command: &Client) -> Result<String, Error> {
    match command {
        Client::Add { name, scopes } => {
            let added = admin::add_client(state, name, scopes).await?;
            Ok(format!(
                "client_id: {}\nclient_secret: {}\n",
                added.client_id,
                added.secret.reveal()
            ))
        }
        Client::Close { client_id } => {
            admin::set_client_active(state, client_id, false).await?;
            Ok(format!("closed: {client_id}\n"))
        }
        Client::Reopen { client_id } => {
            admin::set_client_active(state, client_id, true).await?;
            Ok(format!("open: {client_id}\n"))
        }
    }
}

/// The first line of standard input, without its end.
fn from_stdin() -> Result<Zeroizing<String>, Error> {
    let mut text = Zeroizing::new(String::new());
    std::io::stdin()
        .lock()
        .read_to_string(&mut text)
        .map_err(anyhow::Error::from)?;
    Ok(Zeroizing::new(text.lines().next().unwrap_or_default().to_owned()))
}

/// An error in the words that would have travelled.
fn explain(error: Error) -> anyhow::Error {
    match error {
        Error::Invalid(violations) => {
            let said = violations
                .iter()
                .map(|v| format!("{}: {}", v.field, v.message.text(Language::En)));
            anyhow::anyhow!(said.collect::<Vec<_>>().join("\n"))
        }
        Error::Problem { code, detail } => {
            let said = detail.map(|detail| detail.text(Language::En).to_owned());
            anyhow::anyhow!(said.unwrap_or_else(|| code.title(Language::En).to_owned()))
        }
        other => anyhow::anyhow!(other.for_log()),
    }
}

fn role(code: &str) -> Result<Role, String> {
    Role::parse(code).ok_or_else(|| {
        let known: Vec<String> = Role::ALL
            .iter()
            .map(|role| format!("{} ({})", role.code(), role.zh()))
            .collect();
        format!("expected one of: {}", known.join(", "))
    })
}

fn scope(text: &str) -> Result<Scope, String> {
    Scope::parse(text).ok_or_else(|| {
        let known: Vec<&str> = Scope::ALL.iter().map(|scope| scope.as_str()).collect();
        format!("expected one of: {}", known.join(", "))
    })
}

fn kind(code: &str) -> Result<UnitKind, String> {
    UnitKind::parse(code).ok_or_else(|| "expected office, street, park or department".to_owned())
}
