//! What staff entered and have not sent: sealed, of one writer, for some days.

super::statements!(
    "
create table draft (
    user_id UUID not null references app_user (id),
    name text not null,
    version bigint not null,
    wrapped_key BYTES not null,
    content_sealed BYTES not null,
    saved_at bigint not null,
    expires_at bigint not null,
    primary key (user_id, name)
);
create index draft_by_expiry on draft (expires_at);
"
);
