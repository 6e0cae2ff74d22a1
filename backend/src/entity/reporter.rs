//! One reporter of one case, identity sealed.

use sea_orm::entity::prelude::*;

/// One reporter of one case, identity sealed.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reporter")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The case.
    pub case_id: Uuid,
    /// 1 for the first reporter.
    pub ordinal: i32,
    /// Public or insider.
    pub capacity: String,
    /// Whether the report is under real name.
    pub real_name: bool,
    /// Whether answers are wanted on paper.
    pub wants_paper: bool,
    /// Name.
    pub name_sealed: Option<Vec<u8>>,
    /// Telephone number.
    pub phone_sealed: Option<Vec<u8>>,
    /// Address.
    pub address_sealed: Option<Vec<u8>>,
    /// Identity number.
    pub citizen_id_sealed: Option<Vec<u8>>,
    /// As 张**.
    pub name_masked: Option<String>,
    /// As 138****1234.
    pub phone_masked: Option<String>,
    /// Keyed hash.
    pub name_hash: Option<Vec<u8>>,
    /// Keyed hash.
    pub phone_hash: Option<Vec<u8>>,
    /// Keyed hash.
    pub citizen_id_hash: Option<Vec<u8>>,
    /// Keyed hash of the receipt code.
    pub receipt_hash: Vec<u8>,
}

/// No joins through the mapper: stores name the rows they read.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
