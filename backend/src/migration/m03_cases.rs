//! Cases, their reporters, periods and numbers, and the totals that lists show.

super::statements!(
    "
create table case_file (
    id UUID primary key,
    number text not null unique,
    version bigint not null,
    stage text not null,
    urgency text,
    nature text not null,
    channel text not null,
    region text not null,
    industry text not null,
    unit_id UUID references unit (id),
    enterprise text not null,
    matter text not null,
    received_at bigint not null,
    registered_at bigint not null,
    -- The soonest running duty. Without one it is the greatest bigint, so that lists page by one key.
    due_at bigint not null,
    due_clock text,
    due_period text,
    closed_at bigint,
    source_client UUID references api_client (id),
    profile text,
    state text not null,
    -- The words of the report as they came, apart from the state.
    original text not null,
    head BYTES not null,
    wrapped_key BYTES not null,
    key_id text not null
);
-- What follows the keys of these three is what lists are filtered by: rows that are left out are passed over
-- within the index.
create index case_file_by_due on case_file (due_at, id, stage, region, industry, channel, urgency, unit_id);
create index case_file_by_registration
    on case_file (registered_at, id, stage, region, industry, channel, urgency, unit_id);
create index case_file_by_stage on case_file (stage, due_at, id, region, industry, channel, urgency, unit_id);
create index case_file_by_unit on case_file (unit_id, due_at, id) where unit_id is not null;
create index case_file_by_client on case_file (source_client, registered_at, id) where source_client is not null;

create table case_tally (
    cube integer not null,
    unit_id UUID not null,
    region text not null,
    stage text not null,
    urgency text not null,
    industry text not null,
    channel text not null,
    total bigint not null,
    primary key (cube, unit_id, region, stage, urgency, industry, channel)
) BY_KEY;

create table case_number (
    division text not null,
    day integer not null,
    last bigint not null,
    primary key (division, day)
) BY_KEY;

create table reporter (
    id UUID primary key,
    case_id UUID not null references case_file (id),
    ordinal integer not null,
    capacity text not null,
    real_name boolean not null,
    wants_paper boolean not null,
    name_sealed BYTES,
    phone_sealed BYTES,
    address_sealed BYTES,
    citizen_id_sealed BYTES,
    name_masked text,
    phone_masked text,
    name_hash BYTES,
    phone_hash BYTES,
    citizen_id_hash BYTES,
    receipt_hash BYTES not null unique,
    unique (case_id, ordinal)
);
create index reporter_by_name on reporter (name_hash) where name_hash is not null;
create index reporter_by_phone on reporter (phone_hash) where phone_hash is not null;
create index reporter_by_citizen_id on reporter (citizen_id_hash) where citizen_id_hash is not null;

create table clock (
    case_id UUID not null references case_file (id),
    kind text not null,
    round integer not null,
    start_at bigint not null,
    due_at bigint not null,
    last_day integer,
    provisional boolean not null,
    status text not null,
    lapsed_at bigint,
    stopped_at bigint,
    primary key (case_id, kind, round)
) BY_KEY;
create index clock_by_due on clock (status, due_at);
"
);
