//! A database for one test: a file, or a copy of a template on the cluster of `ANJU_TEST_POSTGRES`.

use super::link::Link;
use anju_backend::{
    config::DatabaseUrl,
    db::Db,
    ids::{Ids as _, SystemIds},
};
use sea_orm::{ConnectionTrait as _, Database as Connector, DatabaseConnection};
use sha2::{Digest as _, Sha256};
use tempfile::TempDir;

/// The two engines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    Sqlite,
    Postgres,
}

/// The engines to test. Both, unless `ANJU_TEST_ENGINES=sqlite` says that one is enough.
pub(super) fn wanted() -> Vec<Engine> {
    match std::env::var("ANJU_TEST_ENGINES").as_deref() {
        Ok("sqlite") => vec![Engine::Sqlite],
        Ok("postgres") => vec![Engine::Postgres],
        _ => vec![Engine::Sqlite, Engine::Postgres],
    }
}

/// An empty database that is gone after the test.
pub(super) enum Database {
    Sqlite { folder: TempDir },
    Postgres { cluster: String, name: String },
}

impl Database {
    pub(super) async fn create(engine: Engine) -> Self {
        match engine {
            Engine::Sqlite => Self::Sqlite {
                folder: tempfile::tempdir().expect("a folder"),
            },
            Engine::Postgres => {
                let cluster = std::env::var("ANJU_TEST_POSTGRES").expect(
                    "ANJU_TEST_POSTGRES must name a PostgreSQL cluster for tests, as postgres://postgres@127.0.0.1:5433/postgres \
                     (`cargo xtask test` starts one); ANJU_TEST_ENGINES=sqlite leaves PostgreSQL out",
                );
                let admin = Connector::connect(&cluster)
                    .await
                    .expect("the cluster of ANJU_TEST_POSTGRES answers");
                let template = template(&admin, &cluster).await;
                let name = format!("anju_test_{}", SystemIds.uuid().simple());
                run(&admin, &format!("CREATE DATABASE {name} TEMPLATE {template}")).await;
                Self::Postgres { cluster, name }
            }
        }
    }

    pub(super) fn url(&self) -> String {
        match self {
            Self::Sqlite { folder } => format!("sqlite://{}/anju.sqlite", folder.path().display()),
            Self::Postgres { cluster, name } => on_cluster(cluster, name),
        }
    }

    /// A wire to this database, and the address under which it is reached by it.
    pub(super) async fn over_a_link(&self) -> (Link, String) {
        let url = self.url();
        let (before, after) = url.split_once('@').expect("a url with a user");
        let (server, database) = after.split_once('/').expect("a url with a database");
        let link = Link::to(server.to_owned()).await;
        let url = format!("{before}@{}/{database}", link.address);
        (link, url)
    }

    pub(super) async fn remove(self) {
        if let Self::Postgres { cluster, name } = self {
            let admin = Connector::connect(&cluster).await.expect("the cluster answers");
            run(&admin, &format!("DROP DATABASE {name} WITH (FORCE)")).await;
        }
    }
}

/// The template that holds the schema of this very program; made once, by whichever test comes first.
async fn template(admin: &DatabaseConnection, cluster: &str) -> String {
    let program = std::env::current_exe().expect("a program");
    let built = std::fs::metadata(&program)
        .and_then(|m| m.modified())
        .expect("a time of building");
    let digest = Sha256::digest(format!("{program:?} {built:?}"));
    let name = format!("anju_template_{}", hex::encode(&digest[..8]));
    // Held by the session, so that a test which dies lets go of it.
    let session = Connector::connect(cluster_with_one_connection(cluster))
        .await
        .expect("the cluster answers");
    run(&session, "SELECT pg_advisory_lock(4733251)").await;
    let asked = format!("SELECT 1 AS one FROM pg_database WHERE datname = '{name}'");
    let statement = sea_orm::Statement::from_string(sea_orm::DbBackend::Postgres, asked);
    if admin.query_one_raw(statement).await.expect("an answer").is_none() {
        // Renamed when it is complete: a half-made template would fail every later test.
        run(admin, &format!("DROP DATABASE IF EXISTS {name}_raw")).await;
        run(admin, &format!("CREATE DATABASE {name}_raw")).await;
        let url = DatabaseUrl::parse(&on_cluster(cluster, &format!("{name}_raw"))).expect("a url");
        let db = Db::connect(&url).await.expect("the template answers");
        db.migrate().await.expect("the schema");
        db.close().await.expect("no connection stays");
        run(admin, &format!("ALTER DATABASE {name}_raw RENAME TO {name}")).await;
    }
    session.close().await.expect("the lock is let go");
    name
}

fn cluster_with_one_connection(cluster: &str) -> sea_orm::ConnectOptions {
    let mut options = sea_orm::ConnectOptions::new(cluster);
    options.max_connections(1).sqlx_logging(false);
    options
}

fn on_cluster(cluster: &str, database: &str) -> String {
    let (address, options) = cluster
        .split_once('?')
        .map_or((cluster, ""), |(address, options)| (address, options));
    let (server, _) = address.rsplit_once('/').expect("a url with a database");
    if options.is_empty() {
        format!("{server}/{database}")
    } else {
        format!("{server}/{database}?{options}")
    }
}

async fn run(connection: &DatabaseConnection, statement: &str) {
    connection
        .execute_unprepared(statement)
        .await
        .unwrap_or_else(|error| panic!("{statement}: {error}"));
}
