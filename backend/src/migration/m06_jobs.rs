//! Facts to deliver after commit, answers to repeat, and who may run which job.

super::statements!(
    "
create table outbox (
    id UUID primary key,
    topic text not null,
    case_id UUID not null,
    seq bigint not null,
    payload text not null,
    created_at bigint not null,
    delivered_at bigint,
    attempts integer not null,
    next_at bigint not null
);
create index outbox_waiting on outbox (next_at, id) where delivered_at is null;
create index outbox_delivered on outbox (delivered_at) where delivered_at is not null;

create table idempotency (
    key_hash BYTES primary key,
    caller text not null,
    body_hash BYTES not null,
    response_sealed BYTES not null,
    created_at bigint not null
) BY_KEY;
create index idempotency_by_age on idempotency (created_at);

create table job_lease (
    name text primary key,
    holder text not null,
    until bigint not null
);
"
);
