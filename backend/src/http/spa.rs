//! The two browser apps: files that were built, served compressed, each cached as long as its name allows. The
//! citizens' app stands at `/`, the desk of the staff under `/desk/`.
//!
//! An app may have rooms: a folder in it with a page of its own, which is the page of every address below that folder.
//! Each page has a policy of its own.

use crate::error::{Error, Result};
use actix_web::{
    HttpRequest, HttpResponse,
    http::{
        Method,
        header::{self, HeaderValue},
    },
};
use base64::Engine as _;
use sha2::{Digest as _, Sha256};
use std::{
    collections::HashMap,
    io,
    path::{Path, PathBuf},
};

const INDEX: &str = "index.html";
/// Encodings with the endings under which the build leaves them, best first.
const ENCODINGS: [(&str, &str); 2] = [("br", ".br"), ("gzip", ".gz")];

/// Where the desk of the staff stands.
const DESK: &str = "/desk";

/// The built apps, as far as they are there.
pub struct Apps {
    desk: Option<Spa>,
    public: Option<Spa>,
}

impl Apps {
    /// Reads the folders of the desk and of the citizens' app.
    ///
    /// # Errors
    /// When one is there but cannot be read.
    pub fn open(desk: &Path, public: &Path) -> io::Result<Self> {
        Ok(Self {
            desk: Spa::open(desk)?,
            public: Spa::open(public)?,
        })
    }

    /// The file of this path, or the app itself for one of its pages.
    ///
    /// # Errors
    /// 404 when that app was not built, or the path has the form of a file that is not there.
    pub async fn serve(&self, request: &HttpRequest) -> Result<HttpResponse> {
        let path = request.path();
        let of_desk = path
            .strip_prefix(DESK)
            .filter(|rest| rest.is_empty() || rest.starts_with('/'));
        let (app, path) = match of_desk {
            Some(rest) => (&self.desk, rest),
            None => (&self.public, path),
        };
        match app {
            Some(app) => app.serve(request, path.trim_start_matches('/')).await,
            None => Err(Error::not_found()),
        }
    }
}

/// One built app. What it holds is known at start, so no path leads out of its folder.
struct Spa {
    folder: PathBuf,
    files: HashMap<String, Asset>,
    /// What each page allows, by the folder of its room; the app's own has none.
    policies: HashMap<String, HeaderValue>,
}

struct Asset {
    media_type: &'static str,
    encodings: Vec<usize>,
    immutable: bool,
}

impl Spa {
    /// Reads the folder; `None` when no app was built there.
    fn open(folder: &Path) -> io::Result<Option<Self>> {
        if !folder.join(INDEX).is_file() {
            return Ok(None);
        }
        let mut names = Vec::new();
        list(folder, "", &mut names)?;
        let files = names
            .iter()
            .filter_map(|name| Some((name.clone(), asset(name, &names)?)))
            .collect();
        let mut policies = HashMap::new();
        for name in &names {
            if let Some(room) = room_of_page(name) {
                let policy = policy(&std::fs::read_to_string(folder.join(name))?);
                let policy = HeaderValue::from_str(&policy).map_err(io::Error::other)?;
                policies.insert(room.to_owned(), policy);
            }
        }
        Ok(Some(Self {
            folder: folder.to_owned(),
            files,
            policies,
        }))
    }

    /// The room to which a path belongs: the one that its first part names, else the app itself.
    fn room<'a>(&self, path: &'a str) -> &'a str {
        let first = path.split('/').next().unwrap_or_default();
        if self.policies.contains_key(first) {
            first
        } else {
            ""
        }
    }

    async fn serve(&self, request: &HttpRequest, path: &str) -> Result<HttpResponse> {
        let is_page = !path.rsplit('/').next().unwrap_or_default().contains('.');
        let (name, asset) = match self.files.get_key_value(path) {
            Some(found) => found,
            None if is_page => {
                let page = page_of_room(self.room(path));
                self.files.get_key_value(&page).ok_or_else(Error::not_found)?
            }
            None => return Err(Error::not_found()),
        };
        let encoding = asset
            .encodings
            .iter()
            .map(|index| ENCODINGS[*index])
            .find(|(e, _)| accepts(request, e));
        let file = self
            .folder
            .join(format!("{name}{}", encoding.map_or("", |(_, ending)| ending)));
        let body = tokio::fs::read(file).await.map_err(anyhow::Error::from)?;
        let mut response = HttpResponse::Ok();
        response
            .content_type(asset.media_type)
            .insert_header((header::VARY, "accept-encoding"));
        let caching = if asset.immutable {
            "public, max-age=31536000, immutable"
        } else {
            "no-cache"
        };
        response.insert_header((header::CACHE_CONTROL, caching));
        if let Some(policy) = self.policies.get(self.room(name)) {
            response.insert_header((header::CONTENT_SECURITY_POLICY, policy.clone()));
        }
        if let Some((encoding, _)) = encoding {
            response.insert_header((header::CONTENT_ENCODING, encoding));
        }
        if request.method() == Method::HEAD {
            return Ok(response.no_chunking(body.len() as u64).finish());
        }
        Ok(response.body(body))
    }
}

/// The room whose page this file is.
fn room_of_page(name: &str) -> Option<&str> {
    let folder = name.strip_suffix(INDEX)?;
    let room = folder.strip_suffix('/').unwrap_or(folder);
    (name == page_of_room(room) && !room.contains('/')).then_some(room)
}

fn page_of_room(room: &str) -> String {
    match room {
        "" => INDEX.to_owned(),
        room => format!("{room}/{INDEX}"),
    }
}

fn list(folder: &Path, prefix: &str, names: &mut Vec<String>) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            list(&entry.path(), &format!("{name}/"), names)?;
        } else {
            names.push(name);
        }
    }
    Ok(())
}

fn asset(name: &str, names: &[String]) -> Option<Asset> {
    let media_type = match name.rsplit('.').next()? {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "json" | "webmanifest" => "application/json",
        "txt" => "text/plain; charset=utf-8",
        _ => return None,
    };
    let stands = |ending: &str| names.contains(&format!("{name}{ending}"));
    let encodings = (0..ENCODINGS.len())
        .filter(|index| stands(ENCODINGS[*index].1))
        .collect();
    Some(Asset {
        media_type,
        encodings,
        immutable: is_hashed(name),
    })
}

/// The build writes a hash of at least twelve hexadecimal digits into names whose content never changes.
fn is_hashed(name: &str) -> bool {
    let is_hash = |part: &str| part.len() >= 12 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    name != INDEX && name.split(['-', '_', '.', '/']).any(is_hash)
}

fn accepts(request: &HttpRequest, encoding: &str) -> bool {
    let accepted = request
        .headers()
        .get_all(header::ACCEPT_ENCODING)
        .filter_map(|value| value.to_str().ok());
    accepted.flat_map(|value| value.split(',')).any(|range| {
        let (name, weight) = range.split_once(';').unwrap_or((range, ""));
        name.trim() == encoding && !matches!(weight.trim(), "q=0" | "q=0.0" | "q=0.00" | "q=0.000")
    })
}

/// Scripts of our own, the inline ones by their hash; WebAssembly; no frames, no plugins, no other hosts.
fn policy(index: &str) -> String {
    let mut scripts = String::from("'self' 'wasm-unsafe-eval'");
    for script in inline_scripts(index) {
        let hash = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(script));
        scripts.push_str(&format!(" 'sha256-{hash}'"));
    }
    format!(
        "default-src 'none'; script-src {scripts}; style-src 'self'; img-src 'self' data: blob:; \
         connect-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; \
         frame-ancestors 'none'"
    )
}

fn inline_scripts(html: &str) -> impl Iterator<Item = &str> {
    html.split("<script").skip(1).filter_map(|rest| {
        let (attributes, rest) = rest.split_once('>')?;
        let (script, _) = rest.split_once("</script>")?;
        (!attributes.contains("src=")).then_some(script)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_with_a_hash_are_kept_for_ever() {
        assert!(is_hashed("anju-frontend-1a2b3c4d5e6f7a8b_bg.wasm"));
        assert!(is_hashed("app-1a2b3c4d5e6f7a8b.css"));
        for name in ["index.html", "favicon.svg", "app-1a2b.css", "snippets/inline0.js"] {
            assert!(!is_hashed(name), "{name}");
        }
    }

    #[test]
    fn the_page_of_a_folder_makes_it_a_room() {
        assert_eq!(room_of_page("index.html"), Some(""));
        assert_eq!(room_of_page("office/index.html"), Some("office"));
        for name in [
            "office/other.html",
            "officeindex.html",
            "a/b/index.html",
            "office/",
        ] {
            assert_eq!(room_of_page(name), None, "{name}");
        }
    }

    #[test]
    fn the_policy_names_inline_scripts_by_hash() {
        let policy = policy("<script src=\"a.js\"></script><script type=\"module\">alert(1)</script>");
        assert!(
            policy.contains("'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"),
            "{policy}"
        );
        assert_eq!(policy.matches("sha256").count(), 1);
        assert!(!policy.contains("script-src 'self' 'unsafe"));
    }
}
