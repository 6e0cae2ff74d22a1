//! A report as a mini-program sends it, and the client that sends it.

use super::{http::Connection, server::Installation};
use std::io;

const INDUSTRIES: [&str; 4] = ["hazardous_chemicals", "construction", "gas", "fire"];

/// A system with an account.
pub(crate) struct Client {
    credentials: String,
}

impl Client {
    /// Makes the account by the command line, as an operator would.
    pub(crate) fn add(installation: &Installation) -> io::Result<Self> {
        let said = installation.run(&[
            "client",
            "add",
            "--name",
            "measurement",
            "--scope",
            "reports:submit",
            "--scope",
            "reports:status",
        ])?;
        let told = |name: &str| {
            let line = said.lines().find_map(|line| line.strip_prefix(name));
            line.map(|value| value.trim().to_owned())
                .ok_or_else(|| io::Error::other(said.clone()))
        };
        let (id, secret) = (told("client_id:")?, told("client_secret:")?);
        Ok(Self {
            credentials: format!("grant_type=client_credentials&client_id={id}&client_secret={secret}"),
        })
    }

    /// The header that says who calls, good for five minutes.
    pub(crate) fn authorization(&self, connection: &mut Connection) -> io::Result<String> {
        let form = "Content-Type: application/x-www-form-urlencoded\r\n";
        let answer = connection.ask("POST", "/oauth/token", form, self.credentials.as_bytes())?;
        let answered = answer.json();
        let token = answered["access_token"].as_str();
        let token = token.ok_or_else(|| io::Error::other(format!("no token: {}", answer.status)))?;
        Ok(format!("Authorization: Bearer {token}\r\n"))
    }
}

/// Headers of a submission with this key.
pub(crate) fn headers(authorization: &str, key: &str) -> String {
    format!("{authorization}Content-Type: application/json\r\nIdempotency-Key: {key}\r\n")
}

/// A plausible report; numbers that differ make different people and places.
pub(crate) fn body(number: usize) -> Vec<u8> {
    let phone = format!("199{:08}", number % 100_000_000);
    let report = serde_json::json!({
        "external_number": format!("MP-{number}"),
        "enterprise": format!("滨河{}化工有限公司", number % 90 + 1),
        "address": format!("新华路{}号", number % 300 + 1),
        "region": (120_101 + number % 5).to_string(),
        "industry": INDUSTRIES[number % INDUSTRIES.len()],
        "nature": "hazard",
        "occurred": "近一个月，多为夜间",
        "place": "厂区东侧仓库，靠近大门",
        "facts": "车间里堆满了油漆桶，旁边就在电焊，工人都抽烟；消防通道被货物堵死，晚上还锁着门，里面住着人。",
        "clues": "愿意带路，现场可见。",
        "reporters": [{ "name": "张示范", "phone": phone, "address": "河湾街道 3 号楼 2 门" }],
    });
    report.to_string().into_bytes()
}
