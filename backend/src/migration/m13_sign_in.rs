//! What people owe when they sign in, and have done: one-time codes and accepted agreements.

super::statements!(
    "
create table one_time_code (
    user_id UUID primary key references app_user (id),
    wrapped_key BYTES not null,
    secret_sealed BYTES not null,
    confirmed_at bigint,
    last_step bigint not null
);

create table agreement_acceptance (
    user_id UUID not null references app_user (id),
    version text not null,
    accepted_at bigint not null,
    until bigint not null,
    primary key (user_id, version)
);
"
);
