//! Units, who handles what, staff and API clients.

super::statements!(
    "
create table unit (
    id UUID primary key,
    code text not null unique,
    name text not null,
    kind text not null,
    region text not null,
    parent_id UUID references unit (id),
    active boolean not null
);

-- Which unit is proposed for a region and industry; the smallest priority wins.
create table routing (
    id UUID primary key,
    region text not null,
    industry text not null,
    unit_id UUID not null references unit (id),
    priority integer not null
);
create index routing_by_place on routing (region, industry, priority);

create table app_user (
    id UUID primary key,
    login text not null unique,
    name text not null,
    unit_id UUID not null references unit (id),
    password_hash text not null,
    roles text not null,
    active boolean not null,
    must_change boolean not null,
    agreement_until bigint,
    created_at bigint not null
);

create table api_client (
    id UUID primary key,
    client_id text not null unique,
    name text not null,
    secret_hash text not null,
    scopes text not null,
    active boolean not null,
    created_at bigint not null
);
"
);
