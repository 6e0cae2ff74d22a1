//! The 联络单 of one unit for one year.

use sea_orm::entity::prelude::*;

/// The 联络单 of one unit for one year.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "liaison")]
pub struct Model {
    /// The year.
    #[sea_orm(primary_key, auto_increment = false)]
    pub year: i32,
    /// The unit.
    #[sea_orm(primary_key, auto_increment = false)]
    pub unit_id: Uuid,
    /// 分管领导
    pub leader: String,
    /// Their telephone.
    pub leader_phone: String,
    /// 责任科室
    pub section: String,
    /// 科室负责人
    pub chief: String,
    /// Their telephone.
    pub chief_phone: String,
    /// 经办人
    pub contact: String,
    /// Their telephone.
    pub contact_phone: String,
    /// When it was filed first: a correction does not make it late.
    pub filed_at: i64,
    /// Who filed it last.
    pub filed_by: Uuid,
    /// Counts up with every filing.
    pub version: i64,
}

/// No joins through the mapper: stores name the rows they read.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
