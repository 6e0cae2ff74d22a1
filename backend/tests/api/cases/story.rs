//! A case and its people, step by step: what the tests of this folder tell their stories with.

use crate::{
    procedure,
    world::{Answer, World},
};
use anju_shared::ids::UnitId;
use serde_json::{Value, json};

/// A case on its way.
pub(super) struct Story<'w> {
    pub(super) world: &'w World,
    pub(super) street: UnitId,
    pub(super) id: String,
    pub(super) number: String,
}

/// A case as its caller sees it.
pub(super) async fn read(world: &World, who: &str, id: &str) -> Answer {
    let token = world.sign_in(who).await;
    world
        .get(&format!("/api/v1/cases/{id}"))
        .bearer(&token)
        .send()
        .await
}

/// A report as the desk takes it down.
pub(super) fn report() -> Value {
    json!({
        "channel": "phone_12350",
        "enterprise": "某木材加工厂",
        "address": "新桥路 12 号",
        "region": "120102",
        "industry": "light_industry",
        "nature": "violation",
        "occurred": "上周三夜间",
        "place": "二号车间北门",
        "facts": "电机外壳没有接地，皮带没有防护罩。",
        "clues": "夜里十点以后还在开工。",
        "reporters": [{ "name": "张示范", "phone": "13812341234" }],
    })
}

/// Registers a report; the answer.
pub(super) async fn register(world: &World, body: &Value) -> Answer {
    let officer = world.sign_in("officer").await;
    world
        .post("/api/v1/cases")
        .bearer(&officer)
        .json(body)
        .send()
        .await
}

impl<'w> Story<'w> {
    /// A district with one registered case.
    pub(super) async fn begin(world: &'w World) -> Self {
        Self::begin_with(world, &report()).await
    }

    pub(super) async fn begin_with(world: &'w World, body: &Value) -> Self {
        let street = procedure::organise(world).await;
        let registered = register(world, body).await.expect(201).json();
        let text = |name: &str| registered[name].as_str().expect("a text").to_owned();
        Self {
            world,
            street,
            id: text("id"),
            number: text("number"),
        }
    }

    /// Somebody asks for something, with the version of now.
    pub(super) async fn ask(&self, who: &str, command: &Value) -> Answer {
        let token = self.world.sign_in(who).await;
        procedure::command(self.world, &token, &self.id, command).await
    }

    /// Somebody does something.
    pub(super) async fn act(&self, who: &str, command: Value) -> Value {
        self.ask(who, &command).await.expect(200).json()
    }

    /// The case as the office sees it.
    pub(super) async fn case(&self) -> Value {
        read(self.world, "officer", &self.id).await.expect(200).json()["case"].clone()
    }

    pub(super) async fn accept(&self, urgency: &str) -> Value {
        let reasons = if urgency == "urgent" {
            vec!["imminent"]
        } else {
            Vec::new()
        };
        self.act(
            "officer",
            json!({"type": "accept", "urgency": urgency, "reasons": reasons, "nature": "violation"}),
        )
        .await
    }

    pub(super) async fn dispatch(&self) -> Value {
        let unit = self.street;
        self.act("dispatcher", json!({"type": "dispatch", "unit": unit, "kind": "sideways", "task_sheet": "核查车间电机接地与防护。"}))
            .await
    }

    pub(super) async fn sign(&self) -> Value {
        self.act("handler", json!({"type": "sign_in"})).await
    }

    pub(super) async fn prove(&self, hazard_removed: bool) -> Value {
        self.act(
            "handler",
            json!({"type": "add_evidence", "kind": "inspection_record", "title": "勘验笔录", "kept_at": "3 号柜 12 盒",
                "hazard_removed": hazard_removed}),
        )
        .await
    }

    pub(super) async fn submit(&self) -> Value {
        self.act("handler", verification()).await
    }

    pub(super) async fn reply(&self) -> Value {
        let case = self.case().await;
        let waiting = case["reporters"].as_array().expect("reporters").iter();
        let reporter = waiting
            .into_iter()
            .find(|one| one.get("reply").is_none())
            .expect("somebody waits")["id"]
            .clone();
        let now = anju_backend::clock::Clock::now(&*self.world.clock);
        let reply = json!({"type": "reply", "reporter": reporter, "conclusion": "属实", "violations": "电机未接地",
            "verification": "现场检查", "decision": "责令限期整改", "reward": "符合条件的另行告知", "means": "telephone",
            "delivered_at": now});
        self.act("handler", reply).await
    }

    pub(super) async fn feed_back(&self) -> Value {
        self.act("handler", feedback()).await
    }

    /// To the stage at which the unit verifies.
    pub(super) async fn to_verifying(&self, urgency: &str) {
        self.accept(urgency).await;
        self.dispatch().await;
        self.sign().await;
    }

    /// To the stage at which the office reviews.
    pub(super) async fn to_closure_review(&self) {
        self.to_verifying("general").await;
        self.prove(false).await;
        self.submit().await;
        self.act("leader", json!({"type": "approve_report"})).await;
        self.reply().await;
        self.feed_back().await;
    }
}

pub(super) fn verification() -> Value {
    json!({"type": "submit_verification", "conclusion": "substantiated", "facts": "三台电机未接地。",
        "dispositions": ["rectify_by"], "recommendation": "限期整改。"})
}

pub(super) fn feedback() -> Value {
    json!({"type": "submit_feedback", "department": "安全监管科", "handler": "林远", "telephone": "022-66880000",
        "course": "接件后到场核查。", "violations": "电机未接地。", "decision": "责令限期整改。", "satisfaction": "satisfied"})
}

/// The clock of this kind that started last.
pub(super) fn clock<'v>(case: &'v Value, kind: &str) -> &'v Value {
    let clocks = case["clocks"].as_array().expect("clocks");
    clocks
        .iter()
        .rev()
        .find(|clock| clock["kind"] == kind)
        .unwrap_or_else(|| panic!("no clock {kind}: {case:#}"))
}
