//! Versions of units and accounts, the 联络单 of units, ways into the journal of access, and its verifications.

super::statements!(
    "
alter table unit add column version bigint not null default 1;
alter table app_user add column version bigint not null default 1;
create index app_user_by_unit on app_user (unit_id, login);

-- Who answers for reports in a unit (D2-4.5), one sheet a year; the last one filed holds.
create table liaison (
    unit_id UUID not null references unit (id),
    year integer not null,
    leader text not null,
    leader_phone text not null,
    section text not null,
    chief text not null,
    chief_phone text not null,
    contact text not null,
    contact_phone text not null,
    filed_at bigint not null,
    filed_by UUID not null references app_user (id),
    version bigint not null,
    primary key (year, unit_id)
) BY_KEY;

-- The journal of access is read from its end, by person (the first 60 characters of an actor who is staff name the
-- account), or by case (the first 41 characters of a resource name it).
create index audit_entry_by_time on audit_entry (at, lane, seq);
create index audit_entry_by_person on audit_entry (substr(actor, 1, 60), at, lane, seq);
create index audit_entry_by_resource on audit_entry (substr(resource, 1, 41), at, lane, seq);

create table verification (
    id UUID primary key,
    begun_at bigint not null,
    begun_by text not null,
    state text not null,
    checked bigint not null,
    total bigint not null,
    faults bigint not null,
    first_fault text,
    seen_at bigint not null,
    ended_at bigint
);
create index verification_by_time on verification (begun_at, id);
-- One at a time.
create unique index verification_running on verification (state) where state = 'running';
"
);
