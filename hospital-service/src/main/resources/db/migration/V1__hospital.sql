create table hospital (
    id            uuid primary key,
    name          text not null check (length(name) between 1 and 200),
    hospital_code text not null unique check (hospital_code ~ '^HC-[A-Z0-9]{6}$'),
    city          text not null,
    state         text not null,
    active        boolean not null default true,
    created_at    timestamptz not null
);

create index hospital_active_name on hospital (name) where active;
