//! The browser apps as they are served: the citizens' at `/`, the desk under `/desk/`, its rooms below that.

use crate::world::{World, with_settings};
use std::path::{Path, PathBuf};

const SCRIPT: &str = "app-0123456789abcdef.js";

/// A folder as a build leaves it, with this script in its page, and a room in it.
fn build(script: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("office")).expect("a room");
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).expect("written");
    write(
        "index.html",
        &format!("<!doctype html><script type=\"module\">{script}</script>"),
    );
    write(
        "office/index.html",
        &format!("<!doctype html><script type=\"module\">{script}'s office</script>"),
    );
    write(&format!("office/{SCRIPT}"), "of the office");
    write(SCRIPT, "plain");
    write(&format!("{SCRIPT}.br"), "as brotli");
    write(&format!("{SCRIPT}.gz"), "as gzip");
    let path = folder.path().to_owned();
    (folder, path)
}

fn with_app(test: impl AsyncFn(&World)) {
    let ((_desk, desk), (_public, public)) = (build("desk"), build("public"));
    let name = |path: &Path| path.to_str().expect("a plain name").to_owned();
    let (desk, public) = (name(&desk), name(&public));
    with_settings(&[("static_dir", &desk), ("public_dir", &public)], test);
}

#[test]
fn every_page_of_an_app_is_that_app() {
    with_app(async |world| {
        let mut policies = Vec::new();
        for (page, app) in [
            ("/", "public"),
            ("/report", "public"),
            ("/deskwork", "public"),
            ("/desk", "desk"),
            ("/desk/", "desk"),
            ("/desk/cases/123", "desk"),
            ("/desk/officer", "desk"),
            ("/desk/office", "desk's office"),
            ("/desk/office/", "desk's office"),
            ("/desk/office/people", "desk's office"),
        ] {
            let answer = world.get(page).send().await.expect(200);
            assert_eq!(
                answer.text(),
                format!("<!doctype html><script type=\"module\">{app}</script>"),
                "{page}"
            );
            assert_eq!(answer.header("cache-control"), "no-cache");
            let policy = answer.header("content-security-policy");
            assert!(
                policy.contains("'wasm-unsafe-eval'") && policy.contains("'sha256-"),
                "{policy}"
            );
            assert!(policy.starts_with("default-src 'none'"), "{policy}");
            for forbidden in ["unsafe-inline", "'unsafe-eval'", "http:", "https:", "*"] {
                assert!(!policy.contains(forbidden), "{forbidden}: {policy}");
            }
            policies.push(policy.to_owned());
        }
        policies.dedup();
        assert_eq!(
            policies.len(),
            3,
            "each page allows its own script and no other: {policies:?}"
        );
        world
            .get("/api/v1/cases/123/x/y")
            .send()
            .await
            .expect(404)
            .problem();
        let answer = world
            .get(&format!("/desk/office/{SCRIPT}"))
            .send()
            .await
            .expect(200);
        assert_eq!(answer.text(), "of the office");
        for path in ["/missing.js", "/desk/missing.js", "/desk/office/missing.js"] {
            world.get(path).send().await.expect(404).problem();
        }
        world.post("/cases/123").send().await.expect(404).problem();
    });
}

#[test]
fn files_come_compressed_and_are_kept_by_their_hash() {
    with_app(async |world| {
        for (accepted, encoding, body) in [
            ("gzip, deflate, br", "br", "as brotli"),
            ("gzip;q=0.5", "gzip", "as gzip"),
            ("identity", "", "plain"),
        ] {
            let path = format!("/desk/{SCRIPT}");
            let answer = world
                .get(&path)
                .header("accept-encoding", accepted)
                .send()
                .await
                .expect(200);
            assert_eq!(
                (answer.header("content-encoding"), answer.text().as_str()),
                (encoding, body)
            );
            assert_eq!(
                answer.header("cache-control"),
                "public, max-age=31536000, immutable"
            );
            assert_eq!(answer.header("content-type"), "text/javascript; charset=utf-8");
        }
    });
}

#[test]
fn no_path_leads_out_of_the_folder() {
    with_app(async |world| {
        for path in [
            "/..%2fmaster.key",
            "/desk/..%2fmaster.key",
            "/desk/%2e%2e/public/index.html.key",
            "/%2e%2e/master.key",
            "/.//../x.js",
            "/%00.js",
            "/etc/passwd.txt",
        ] {
            let answer = world.get(path).send().await;
            assert!(
                answer.status == 404 || answer.text().starts_with("<!doctype"),
                "{path}: {answer:?}"
            );
        }
    });
}
