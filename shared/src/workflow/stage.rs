//! Stages (环节), actions, and the two independent classifications of a case.

use crate::problem::Language;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

macro_rules! words {
    ($(#[$head:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $code:literal, $zh:literal, $en:literal;)+ }) => {
        $(#[$head])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(rename_all = "snake_case"))]
        pub enum $name { $($(#[$doc])* $variant),+ }

        impl $name {
            /// Every one, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// As it stands on the wire and in the database.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The word that the staff use.
            #[must_use]
            pub const fn zh(self) -> &'static str {
                match self { $(Self::$variant => $zh),+ }
            }

            /// In English.
            #[must_use]
            pub const fn en(self) -> &'static str {
                match self { $(Self::$variant => $en),+ }
            }

            /// The word in this language.
            #[must_use]
            pub const fn text(self, language: Language) -> &'static str {
                match language {
                    Language::Zh => self.zh(),
                    Language::En => self.en(),
                }
            }

            /// The one with this code.
            #[must_use]
            pub fn parse(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.code())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                const CODES: &[&str] = &[$($code),+];
                crate::json::word(deserializer, CODES).map(|place| Self::ALL[place])
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.code())
            }
        }
    };
}

pub(crate) use words;

words! {
    /// Where a case stands.
    Stage {
        /// Received and registered; whether to accept is not decided.
        Registered = "registered", "待审查", "Awaiting decision";
        /// The reporters were asked for what is missing.
        SupplementRequested = "supplement_requested", "待补充", "Awaiting supplement";
        /// Not accepted; the reporter is told why.
        Declined = "declined", "不予受理", "Declined";
        /// Taken back by every reporter before it was accepted.
        Withdrawn = "withdrawn", "已撤回", "Withdrawn";
        /// Accepted; no unit yet.
        Accepted = "accepted", "待派单", "Awaiting dispatch";
        /// A unit has it and has not signed.
        Assigned = "assigned", "待签收", "Awaiting sign-in";
        /// The unit verifies.
        Verifying = "verifying", "核查中", "Being verified";
        /// The unit's leader reviews the report.
        InternalReview = "internal_review", "待审核", "Awaiting unit review";
        /// The reporters are being told; afterwards the unit feeds back.
        Replying = "replying", "待回复举报人", "Replying to reporters";
        /// The office reviews whether all is done.
        ClosureReview = "closure_review", "待办结审核", "Awaiting closure";
        /// Done.
        Closed = "closed", "已办结", "Closed";
    }
}

impl Stage {
    /// Whether somebody still owes something.
    #[must_use]
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Declined | Self::Withdrawn | Self::Closed)
    }
}

words! {
    /// What may be done to a case, in the order of the action panel.
    Action {
        /// 受理
        Accept = "accept", "受理", "Accept";
        /// 不予受理 (proposal of the first person)
        Decline = "decline", "不予受理", "Decline";
        /// 确认不予受理 (second person)
        ConfirmDecline = "confirm_decline", "确认不予受理", "Confirm declining";
        /// 驳回不予受理意见 (second person)
        RejectDecline = "reject_decline", "驳回不予受理意见", "Reject declining";
        /// 要求补充
        RequestSupplement = "request_supplement", "要求补充", "Ask for a supplement";
        /// 补充
        Supplement = "supplement", "补充", "Supplement";
        /// 交办、转办
        Dispatch = "dispatch", "交办", "Dispatch";
        /// 调整紧急程度
        Reclassify = "reclassify", "调整紧急程度", "Change the urgency";
        /// 签收
        SignIn = "sign_in", "签收", "Sign for it";
        /// 记录现场核查
        RecordVisit = "record_visit", "记录现场核查", "Record a visit";
        /// 添加证据
        AddEvidence = "add_evidence", "添加证据", "Add evidence";
        /// 记录沟通
        RecordContact = "record_contact", "记录沟通", "Record a talk";
        /// 发送消息
        SendMessage = "send_message", "发送消息", "Send a message";
        /// 申请延期
        RequestExtension = "request_extension", "申请延期", "Ask for an extension";
        /// 审核延期申请 (the unit's leader)
        EndorseExtension = "endorse_extension", "同意上报延期", "Endorse the extension";
        /// 批准延期
        ApproveExtension = "approve_extension", "批准延期", "Grant the extension";
        /// 不予延期
        RefuseExtension = "refuse_extension", "不予延期", "Refuse the extension";
        /// 告知延期
        TellExtension = "tell_extension", "记录已告知延期", "Record that reporters were told";
        /// 中止期限
        PausePeriod = "pause_period", "中止期限", "Pause a period";
        /// 恢复期限
        ResumePeriod = "resume_period", "恢复期限", "Resume a period";
        /// 提交核查报告
        SubmitVerification = "submit_verification", "提交核查报告", "Submit verification report";
        /// 审核通过
        ApproveReport = "approve_report", "审核通过", "Approve the report";
        /// 退回核查报告
        SendBackReport = "send_back_report", "退回核查报告", "Send the report back";
        /// 回复举报人
        Reply = "reply", "回复举报人", "Reply to the reporter";
        /// 书面反馈
        SubmitFeedback = "submit_feedback", "书面反馈", "Feed back";
        /// 办结
        Close = "close", "办结", "Close";
        /// 退回重办
        SendBack = "send_back", "退回重办", "Send back";
        /// 撤回 (the reporter)
        Withdraw = "withdraw", "撤回", "Withdraw";
        /// 记录超期 (Anju itself)
        RecordLapse = "record_lapse", "记录超期", "Record lateness";
        /// 重新计算时限 (Anju itself)
        Recount = "recount", "重新计算时限", "Count periods again";
    }
}

words! {
    /// How soon it must be verified (紧急程度).
    Urgency {
        /// 一般
        General = "general", "一般", "General";
        /// 紧急
        Urgent = "urgent", "紧急", "Urgent";
    }
}

words! {
    /// What kind of matter it is (性质).
    Nature {
        /// 事故隐患
        Hazard = "hazard", "事故隐患", "Hazard";
        /// 重大事故隐患
        MajorHazard = "major_hazard", "重大事故隐患", "Major hazard";
        /// 违法行为
        Violation = "violation", "违法行为", "Violation";
        /// 瞒报谎报事故
        ConcealedAccident = "concealed_accident", "瞒报谎报事故", "Concealed accident";
        /// 其他
        Other = "other", "其他", "Other";
    }
}

words! {
    /// In what capacity a reporter speaks.
    Capacity {
        /// 社会公众
        Public = "public", "社会公众", "Member of the public";
        /// 从业人员
        Employee = "employee", "从业人员", "Employee";
        /// 信息员
        Informant = "informant", "信息员", "Informant";
    }
}

words! {
    /// What the verification found.
    Conclusion {
        /// 属实
        Substantiated = "substantiated", "属实", "Substantiated";
        /// 部分属实
        Partly = "partly", "部分属实", "Partly substantiated";
        /// 不属实
        Unsubstantiated = "unsubstantiated", "不属实", "Unsubstantiated";
        /// 无法查实
        Unverifiable = "unverifiable", "无法查实", "Cannot be verified";
    }
}

words! {
    /// How the unit comes to the case (MEM-4.3).
    DispatchKind {
        /// 自办
        Own = "own", "自办", "Own handling";
        /// 交办
        Downward = "downward", "交办", "To a lower unit";
        /// 转办
        Sideways = "sideways", "转办", "To another department";
    }
}

words! {
    /// Whether the reporter was content (TJ-11.4).
    Satisfaction {
        /// 满意
        Satisfied = "satisfied", "满意", "Satisfied";
        /// 基本满意
        Mostly = "mostly", "基本满意", "Mostly satisfied";
        /// 不满意
        Dissatisfied = "dissatisfied", "不满意", "Dissatisfied";
        /// 未取得联系
        Unreached = "unreached", "未取得联系", "Could not be reached";
    }
}

words! {
    /// Whose words they are.
    Side {
        /// 办理方
        Authority = "authority", "办理方", "Authority";
        /// 举报人
        Reporter = "reporter", "举报人", "Reporter";
    }
}

words! {
    /// By what means somebody was told or talked to.
    Means {
        /// 电话
        Telephone = "telephone", "电话", "Telephone";
        /// 短信
        Sms = "sms", "短信", "Text message";
        /// 网络
        Online = "online", "网络（凭查询码）", "Online, by receipt code";
        /// 书面
        Paper = "paper", "书面", "On paper";
        /// 当面
        InPerson = "in_person", "当面", "In person";
    }
}

words! {
    /// A fact that a full registration records (TJ-7.2).
    Fact {
        /// 涉事单位名称
        Enterprise = "enterprise", "涉事单位名称", "Enterprise";
        /// 地址
        Address = "address", "地址", "Address";
        /// 所在区域
        Region = "region", "所在区域", "Region";
        /// 发生时间
        Occurred = "occurred", "发生时间", "Time";
        /// 具体点位
        Place = "place", "具体点位", "Exact place";
        /// 基本事实
        Facts = "facts", "基本事实", "Basic facts";
        /// 最新线索
        Clues = "clues", "最新线索", "Latest clues";
    }
}
