//! Lists: indexes that hold every column by which a list is narrowed, views that people save, exports that they ask for.

super::statements!(
    "
drop index case_file_by_due;
drop index case_file_by_registration;
drop index case_file_by_stage;
create index case_file_by_due on case_file
    (due_at, id, stage, region, industry, channel, urgency, unit_id, nature, registered_at);
create index case_file_by_registration on case_file
    (registered_at, id, stage, region, industry, channel, urgency, unit_id, nature, due_at);
create index case_file_by_stage on case_file
    (stage, due_at, id, region, industry, channel, urgency, unit_id, nature, registered_at);

create table list_view (
    id UUID primary key,
    user_id UUID not null references app_user (id),
    place integer not null,
    name text not null,
    query text not null,
    columns text not null,
    created_at bigint not null
);
create index list_view_by_user on list_view (user_id, place);

create table export (
    id UUID primary key,
    user_id UUID not null references app_user (id),
    staff text not null,
    query text not null,
    columns text not null,
    language text not null,
    state text not null,
    attempts integer not null,
    holder text,
    held_until bigint,
    done bigint not null,
    total bigint not null,
    size bigint,
    wrapped_key BYTES,
    key_id text,
    created_at bigint not null,
    expires_at bigint not null
);
create index export_by_user on export (user_id, created_at);
create index export_waiting on export (created_at) where state in ('queued', 'running');
create index export_by_end on export (expires_at);
"
);
