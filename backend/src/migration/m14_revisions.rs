//! Revisions of rules and calendar: what was drafted and published, the walks through the cases, and what they found.

super::statements!(
    "
create table revision (
    id UUID primary key,
    kind text not null,
    name text not null,
    number integer not null,
    title text not null,
    state text not null,
    in_force_from integer not null,
    version bigint not null,
    content text not null,
    digest BYTES not null,
    created_at bigint not null,
    published_at bigint
);
create index revision_by_time on revision (created_at);
create unique index revision_by_name on revision (kind, name, number) where state <> 'discarded';
create index revision_published on revision (published_at) where state in ('published', 'applied');

-- How often something was published: publications take turns by it, and servers see by it that there is something new.
create table publication (
    only_row integer primary key,
    count bigint not null
);
insert into publication (only_row, count) values (1, 0);

create table revision_step (
    revision_id UUID not null references revision (id),
    seq integer not null,
    action text not null,
    user_id UUID,
    name text,
    at bigint not null,
    reasons text,
    primary key (revision_id, seq)
);

create table revision_run (
    revision_id UUID not null references revision (id),
    purpose text not null,
    state text not null,
    digest BYTES not null,
    past_from integer,
    past_until integer,
    attempts integer not null,
    holder text,
    held_until bigint,
    place UUID,
    done bigint not null,
    total bigint not null,
    figures text not null,
    asked_at bigint not null,
    primary key (revision_id, purpose)
);
create index revision_run_waiting on revision_run (asked_at) where state in ('queued', 'running');

create table revision_effect (
    revision_id UUID not null references revision (id),
    seq bigint not null,
    case_id UUID not null,
    number text not null,
    region text not null,
    clock text not null,
    round integer not null,
    grouped text not null,
    shift text not null,
    before text not null,
    after text not null,
    primary key (revision_id, seq)
) BY_KEY;
create index revision_effect_by_shift on revision_effect (revision_id, grouped, shift, seq);
"
);
