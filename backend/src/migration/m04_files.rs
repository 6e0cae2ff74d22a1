//! Stored files: what is known of them. The encrypted bytes lie in the data folder.

super::statements!(
    "
create table file (
    id UUID primary key,
    case_id UUID references case_file (id),
    uploader text not null,
    name text not null,
    media_type text not null,
    size bigint not null,
    sha256 BYTES not null,
    stored_as text not null,
    wrapped_key BYTES not null,
    key_id text not null,
    created_at bigint not null,
    claimed_at bigint
);
create index file_by_case on file (case_id) where case_id is not null;
create index file_unclaimed on file (created_at) where claimed_at is null;
"
);
