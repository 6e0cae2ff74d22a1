//! The words of messages between the handling side and reporters, sealed. What else is known of a message stands
//! in the state of its case.

super::statements!(
    "
create table message (
    id UUID primary key,
    case_id UUID not null references case_file (id),
    words_sealed BYTES not null,
    -- Keyed hash of the Idempotency-Key with which it was sent.
    key_hash BYTES
);
create index message_by_case on message (case_id, id);
create unique index message_by_key on message (key_hash) where key_hash is not null;
"
);
