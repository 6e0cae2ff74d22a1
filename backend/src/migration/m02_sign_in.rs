//! Sign-ins, their rotating tokens, and failures that slow guessing down.

super::statements!(
    "
create table session (
    id UUID primary key,
    user_id UUID not null references app_user (id),
    created_at bigint not null,
    expires_at bigint not null,
    revoked_at bigint
);
create index session_by_user on session (user_id);
create index session_by_expiry on session (expires_at);

create table refresh_token (
    hash BYTES primary key,
    session_id UUID not null references session (id) on delete cascade,
    issued_at bigint not null,
    expires_at bigint not null,
    used_at bigint
);
create index refresh_token_by_session on refresh_token (session_id);

create table sign_in_failure (
    key_hash BYTES primary key,
    failures integer not null,
    last_at bigint not null
);
"
);
