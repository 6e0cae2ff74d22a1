//! The journal of events a case is folded from, and the journal of access.

super::statements!(
    "
create table event (
    case_id UUID not null references case_file (id),
    seq bigint not null,
    kind text not null,
    at bigint not null,
    actor text not null,
    payload text not null,
    -- Digest of the command that caused it: a repeated command is recognised by it.
    cause BYTES not null,
    prev BYTES not null,
    hash BYTES not null,
    primary key (case_id, seq)
);

-- A lane is a case (entries of writes, seq of the event) or one run of a server (reads and refusals).
create table audit_entry (
    lane UUID not null,
    seq bigint not null,
    at bigint not null,
    actor text not null,
    action text not null,
    resource text not null,
    outcome text not null,
    covers bigint not null,
    reason text,
    request_id text,
    hash BYTES not null,
    primary key (lane, seq)
) BY_KEY;
-- How often an identity was opened, which its reporter is told.
create index audit_entry_openings on audit_entry (resource) where action = 'open_identity';
"
);
