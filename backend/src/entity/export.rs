//! An export of the list of cases (导出). The encrypted bytes lie in the data folder, under the id.

use sea_orm::entity::prelude::*;

/// An export of the list of cases (导出).
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "export")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Whose.
    pub user_id: Uuid,
    /// Who asked, in which roles and for which unit, as JSON: what may be exported follows from it.
    pub staff: String,
    /// What the list was narrowed to, as JSON.
    pub query: String,
    /// The codes of the columns, as JSON.
    pub columns: String,
    /// In which language.
    pub language: String,
    /// How far it is.
    pub state: String,
    /// How often it was begun.
    pub attempts: i32,
    /// The server that makes it.
    pub holder: Option<String>,
    /// Until when that server has it.
    pub held_until: Option<i64>,
    /// Rows written so far.
    pub done: i64,
    /// Rows in all.
    pub total: i64,
    /// Bytes, unencrypted, once it is ready.
    pub size: Option<i64>,
    /// Data key of the file, wrapped.
    pub wrapped_key: Option<Vec<u8>>,
    /// Which master key wrapped it.
    pub key_id: Option<String>,
    /// When it was asked for.
    pub created_at: i64,
    /// When it is forgotten.
    pub expires_at: i64,
}

/// No joins through the mapper: stores name the rows they read.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
