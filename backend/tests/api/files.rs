//! Files: what is taken in, what is turned away and how early, who may read which.

use crate::{
    procedure::{all_cases, bring_to_street, command, only_case, organise},
    world::{Answer, World, on_every_engine, with_settings},
};
use anju_shared::{
    access::{Role, Scope},
    api::files::StoredFile,
};
use reqwest::multipart::{Form, Part};
use serde_json::json;
use std::{fs, path::PathBuf, time::Duration};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    time::timeout,
};

const JPEG: &[u8] = b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01 a picture of a blocked fire exit";
const DAY: i64 = 86_400;
const SMALL: &[(&str, &str)] = &[("limits.file_bytes", "65536")];
const PUBLIC: &str = "/api/v1/public/files";

fn form(name: &str, content: &[u8]) -> Form {
    Form::new().part("file", Part::bytes(content.to_vec()).file_name(name.to_owned()))
}

async fn upload(world: &World, token: Option<&str>, name: &str, content: &[u8]) -> Answer {
    match token {
        Some(token) => {
            world
                .post("/api/v1/files")
                .bearer(token)
                .multipart(form(name, content))
                .send()
                .await
        }
        None => world.post(PUBLIC).multipart(form(name, content)).send().await,
    }
}

async fn stored(world: &World, token: Option<&str>, name: &str, content: &[u8]) -> StoredFile {
    upload(world, token, name, content).await.expect(201).parse()
}

async fn report(world: &World, files: &[&StoredFile]) -> Answer {
    let ids: Vec<_> = files.iter().map(|file| file.id).collect();
    let body = json!({"enterprise": "新桥木业", "region": "120102", "facts": "堵塞疏散通道", "files": ids});
    world.post("/api/v1/public/reports").json(&body).send().await
}

/// What lies in the folder of the files.
fn on_disk(world: &World) -> Vec<PathBuf> {
    let entries = fs::read_dir(world.folder().join("files"));
    entries.map_or_else(
        |_| Vec::new(),
        |all| all.map(|entry| entry.expect("an entry").path()).collect(),
    )
}

#[test]
fn a_file_is_kept_under_a_tidy_name_with_its_checksum_and_its_own_type() {
    on_every_engine(async |world| {
        let file = stored(world, None, "C:\\照片\\..\\现场.exe", JPEG).await;
        assert_eq!(
            (file.name.as_str(), file.media_type.as_str()),
            ("现场.exe.jpg", "image/jpeg")
        );
        assert_eq!(file.size, JPEG.len() as u64);
        assert_eq!(
            file.sha256,
            hex::encode(<sha2::Sha256 as sha2::Digest>::digest(JPEG))
        );
        assert_eq!(
            file.id.0.get_version_num(),
            4,
            "the id is all that the public has, so nobody guesses it"
        );
        let [blob] = &on_disk(world)[..] else {
            panic!("one file on disk")
        };
        let bytes = fs::read(blob).expect("the blob");
        assert!(
            !bytes.windows(9).any(|window| window == b"a picture"),
            "it is encrypted"
        );
    });
}

#[test]
fn who_may_see_the_case_may_see_its_evidence_but_only_the_office_what_came_with_the_report() {
    on_every_engine(async |world| {
        let street = organise(world).await;
        let picture = stored(world, None, "现场 照片.jpg", JPEG).await;
        report(world, &[&picture]).await.expect(201);
        let case = only_case(world).await;
        let handler = bring_to_street(world, street, &case).await;
        let proof = stored(world, Some(&handler), "整改.pdf", b"%PDF-1.7 proof of work").await;
        let evidence = json!({
            "type": "add_evidence", "kind": "audiovisual", "title": "整改照片", "file": proof.id, "hazard_removed": true,
        });
        command(world, &handler, &case, &evidence).await.expect(200);
        let get = async |token: &str, file: &StoredFile| {
            world
                .get(&format!("/api/v1/cases/{case}/files/{}", file.id))
                .bearer(token)
                .send()
                .await
        };
        let officer = world.sign_in("officer").await;
        let answer = get(&officer, &picture).await.expect(200);
        assert_eq!(answer.body, JPEG);
        assert_eq!(answer.header("content-type"), "image/jpeg");
        assert_eq!(answer.header("content-length"), JPEG.len().to_string());
        let disposition = answer.header("content-disposition");
        assert!(disposition.starts_with("attachment;"), "{disposition}");
        assert!(
            disposition.contains("filename*=UTF-8''%E7%8E%B0%E5%9C%BA%20%E7%85%A7%E7%89%87.jpg"),
            "{disposition}"
        );
        get(&officer, &proof).await.expect(200);
        get(&handler, &proof).await.expect(200);
        get(&handler, &picture).await.expect(404);
        get(&world.sign_in("elsewhere").await, &proof).await.expect(404);
        get(&world.sign_in("administrator").await, &proof)
            .await
            .expect(403);
        let other = format!("/api/v1/cases/{}/files/{}", uuid::Uuid::nil(), picture.id);
        world.get(&other).bearer(&officer).send().await.expect(404);
        world
            .get(&format!("/api/v1/cases/{case}/files/{}", picture.id))
            .send()
            .await
            .expect(401);
    });
}

#[test]
fn a_file_of_many_chunks_comes_back_whole_and_a_damaged_one_not_at_all_tj_10_5() {
    on_every_engine(async |world| {
        organise(world).await;
        let content: Vec<u8> = JPEG.iter().copied().cycle().take(300_000).collect();
        let (large, small) = (
            stored(world, None, "large.jpg", &content).await,
            stored(world, None, "small.jpg", JPEG).await,
        );
        report(world, &[&large, &small]).await.expect(201);
        let (case, officer) = (only_case(world).await, world.sign_in("officer").await);
        let get = async |file: &StoredFile| {
            let path = format!("/api/v1/cases/{case}/files/{}", file.id);
            world.get(&path).bearer(&officer).send().await
        };
        assert_eq!(get(&large).await.expect(200).body, content);
        let blob = world.folder().join("files").join(small.id.0.simple().to_string());
        let mut bytes = fs::read(&blob).expect("the blob");
        *bytes.last_mut().expect("a byte") ^= 1;
        fs::write(&blob, bytes).expect("damaged");
        get(&small).await.expect(500);
    });
}

#[test]
fn a_file_is_named_once_and_by_its_uploader_only_tj_10_5() {
    on_every_engine(async |world| {
        organise(world).await;
        let client = world
            .system_token(&world.system(&[Scope::ReportsSubmit]).await)
            .await;
        let theirs = stored(world, Some(&client), "a.jpg", JPEG).await;
        let refused = report(world, &[&theirs]).await.expect(422).problem();
        assert_eq!(refused.violations[0].field, "files");
        let picture = stored(world, None, "a.jpg", JPEG).await;
        report(world, &[&picture, &picture]).await.expect(422);
        report(world, &[&picture]).await.expect(201);
        report(world, &[&picture]).await.expect(422);
        assert_eq!(all_cases(world).await.len(), 1, "what is refused leaves nothing");
        let next = report(world, &[]).await.expect(201).json();
        assert_eq!(next["number"], "1201-20261116-0002", "nor a gap in the numbers");
    });
}

#[test]
fn what_is_not_accepted_is_told_so_and_leaves_nothing_behind() {
    with_settings(SMALL, async |world| {
        let html = b"<!DOCTYPE html><script>fetch('/api')</script>";
        for (name, content) in [
            ("photo.jpg", &b"MZ\x90\0\x03\0\0\0\x04\0\0\0"[..]),
            ("photo.jpg", html),
            (
                "a.docx",
                b"PK\x03\x04\x14\0\0\0\x08\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x09\0\0\0setup.exe",
            ),
            ("notes.txt", b"\xd6\xd0\xce\xc4"),
        ] {
            let problem = upload(world, None, name, content).await.expect(415).problem();
            assert!(problem.detail.expect("what is accepted").contains("JPEG"));
        }
        upload(world, None, "empty.txt", b"").await.expect(422);
        let too_large = [JPEG, &vec![0; 65_536]].concat();
        upload(world, None, "large.jpg", &too_large).await.expect(413);
        assert_eq!(on_disk(world), Vec::<PathBuf>::new());
        let largest = [JPEG, &vec![0; 65_536 - JPEG.len()]].concat();
        upload(world, None, "largest.jpg", &largest).await.expect(201);
    });
}

#[test]
fn a_request_has_one_part_and_its_name_is_file() {
    with_settings(SMALL, async |world| {
        let post = async |form: Form| world.post(PUBLIC).multipart(form).send().await;
        post(Form::new()).await;
        post(Form::new().text("note", "x")).await.expect(422);
        post(form("a.jpg", JPEG).text("note", "x")).await.expect(422);
        post(form("a.jpg", JPEG).part("file", Part::bytes(JPEG).file_name("b.jpg")))
            .await
            .expect(422);
        world.post(PUBLIC).json(&json!({})).send().await.expect(415);
        world
            .post(PUBLIC)
            .raw("multipart/form-data", "no boundary")
            .send()
            .await
            .expect(400);
        world
            .post(PUBLIC)
            .raw("multipart/form-data; boundary=b", "--b\r\ncut off")
            .send()
            .await
            .expect(400);
        let bare = "--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n";
        world
            .post(PUBLIC)
            .raw("multipart/form-data; boundary=b", bare)
            .send()
            .await
            .expect(400);
        assert_eq!(on_disk(world), Vec::<PathBuf>::new());
    });
}

/// Sends what `pieces` say, as fast as the server takes it, and reads the answer meanwhile.
async fn pour(world: &World, head: &str, pieces: impl Iterator<Item = Vec<u8>>) -> (String, usize) {
    let stream = TcpStream::connect(world.server.addr).await.expect("a connection");
    let (mut reading, mut writing) = stream.into_split();
    let head = format!(
        "POST {PUBLIC} HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\n{head}\r\n\r\n"
    );
    let send = async {
        let mut sent = 0;
        let mut alive = writing.write_all(head.as_bytes()).await.is_ok();
        for piece in pieces {
            alive = alive && writing.write_all(&piece).await.is_ok();
            sent += if alive { piece.len() } else { break };
        }
        sent
    };
    let mut answer = Vec::new();
    let read = async {
        let mut buffer = [0; 4_096];
        while let Ok(got @ 1..) = reading.read(&mut buffer).await {
            answer.extend_from_slice(&buffer[..got]);
            if String::from_utf8_lossy(&answer).contains("request_id") {
                break;
            }
        }
    };
    tokio::pin!(send);
    let both = async {
        tokio::select! {
            () = read => usize::MAX,
            sent = &mut send => sent,
        }
    };
    let sent = timeout(Duration::from_secs(20), both)
        .await
        .expect("an early answer");
    if answer.is_empty() {
        let _ = timeout(Duration::from_secs(5), reading.read_to_end(&mut answer)).await;
    }
    (String::from_utf8_lossy(&answer).into_owned(), sent)
}

fn chunk(bytes: &[u8]) -> Vec<u8> {
    [format!("{:x}\r\n", bytes.len()).as_bytes(), bytes, b"\r\n"].concat()
}

const BEGIN: &[u8] = b"--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\r\n\xff\xd8\xff\xe0\0\x10JFIF\0";

#[test]
fn a_declared_length_over_the_limit_is_refused_before_a_byte_of_it_is_read() {
    with_settings(SMALL, async |world| {
        let (answer, _) = pour(world, "Content-Length: 999999999", std::iter::empty()).await;
        assert!(answer.starts_with("HTTP/1.1 413"), "{answer}");
    });
}

#[test]
fn a_file_a_preamble_and_a_header_without_an_end_are_refused_while_they_come() {
    with_settings(SMALL, async |world| {
        let endless = |first: &[u8], fill: &[u8]| {
            let fill = chunk(&fill.repeat(8_192 / fill.len()));
            std::iter::once(chunk(first)).chain(std::iter::repeat_n(fill, 4_096))
        };
        for (what, pieces) in [
            ("a file", endless(BEGIN, b"\0")),
            ("a preamble", endless(b"x", b"no boundary ")),
            ("a header", endless(b"--b\r\nX-Long: ", b"z")),
        ] {
            let (answer, _) = pour(world, "Transfer-Encoding: chunked", pieces).await;
            assert!(answer.starts_with("HTTP/1.1 413"), "{what}: {answer}");
        }
        assert_eq!(on_disk(world), Vec::<PathBuf>::new());
    });
}

#[test]
fn ten_thousand_parts_are_refused_at_the_second() {
    with_settings(&[("limits.file_bytes", "10485760")], async |world| {
        let part = [BEGIN, b"\r\n"].concat();
        let body: Vec<Vec<u8>> = vec![part; 10_000];
        let length: usize = body.iter().map(Vec::len).sum();
        let (answer, _) = pour(world, &format!("Content-Length: {length}"), body.into_iter()).await;
        assert!(answer.starts_with("HTTP/1.1 422"), "{answer}");
        assert_eq!(on_disk(world), Vec::<PathBuf>::new());
    });
}

#[test]
fn an_upload_that_breaks_off_leaves_nothing() {
    with_settings(&[("limits.head_seconds", "1")], async |world| {
        let mut stream = TcpStream::connect(world.server.addr).await.expect("a connection");
        let head = format!(
            "POST {PUBLIC} HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 9000\r\n\r\n"
        );
        stream
            .write_all(&[head.as_bytes(), BEGIN].concat())
            .await
            .expect("sent");
        for _ in 0..100 {
            if on_disk(world).len() == 1 {
                break;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        assert_eq!(on_disk(world)[0].extension().expect("an ending"), "part");
        drop(stream);
        for _ in 0..150 {
            if on_disk(world).is_empty() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("{:?} is left", on_disk(world));
    });
}

#[test]
fn what_nobody_names_within_a_day_is_forgotten_and_so_is_what_a_killed_server_left() {
    on_every_engine(async |world| {
        let named = stored(world, None, "a.jpg", JPEG).await;
        report(world, &[&named]).await.expect(201);
        let idle = stored(world, None, "b.jpg", JPEG).await;
        let left = world.folder().join("files/0123.part");
        fs::write(&left, b"half").expect("written");
        let old = std::time::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
        let file = fs::File::options().write(true).open(&left).expect("opened");
        file.set_modified(old).expect("made old");
        world.server.run_jobs().await.expect("the jobs");
        assert_eq!(
            on_disk(world).len(),
            2,
            "the old half is gone, the idle file has a day"
        );
        world.clock.advance(DAY + 1);
        world.server.run_jobs().await.expect("the jobs");
        let kept: Vec<_> = on_disk(world)
            .iter()
            .map(|path| path.file_name().expect("a name").to_owned())
            .collect();
        assert_eq!(kept, [std::ffi::OsString::from(named.id.0.simple().to_string())]);
        report(world, &[&idle]).await.expect(422);
    });
}

#[test]
fn uploads_without_an_account_are_counted_and_those_with_one_need_the_right() {
    with_settings(
        &[("rates.uploads.per_minute", "2"), ("rates.uploads.burst", "2")],
        async |world| {
            organise(world).await;
            stored(world, None, "a.jpg", JPEG).await;
            stored(world, None, "a.jpg", JPEG).await;
            upload(world, None, "a.jpg", JPEG).await.expect(429);
            let reader = world
                .system_token(&world.system(&[Scope::ReportsStatus]).await)
                .await;
            upload(world, Some(&reader), "a.jpg", JPEG).await.expect(403);
            world.person("analyst", "anwei", &[Role::Analyst]).await;
            upload(world, Some(&world.sign_in("analyst").await), "a.jpg", JPEG)
                .await
                .expect(403);
            world
                .post("/api/v1/files")
                .multipart(form("a.jpg", JPEG))
                .send()
                .await
                .expect(401);
            stored(world, Some(&world.sign_in("officer").await), "a.jpg", JPEG).await;
        },
    );
}

#[test]
fn files_of_the_public_that_nobody_names_get_so_much_room_together() {
    let room = ((JPEG.len() + 1_024) * 3).to_string();
    with_settings(&[("limits.unclaimed_bytes", &room)], async |world| {
        organise(world).await;
        let picture = [JPEG, &[0; 1_024]].concat();
        let first = stored(world, None, "1.jpg", &picture).await;
        for name in ["2.jpg", "3.jpg"] {
            stored(world, None, name, &picture).await;
        }
        upload(world, None, "4.jpg", &picture).await.expect(503).problem();
        assert_eq!(on_disk(world).len(), 3, "what found no room is not kept");
        // Staff are not kept waiting, and what a report names makes room.
        let officer = world.sign_in("officer").await;
        stored(world, Some(&officer), "5.jpg", &picture).await;
        report(world, &[&first]).await.expect(201);
        stored(world, None, "6.jpg", &picture).await;
    });
}
