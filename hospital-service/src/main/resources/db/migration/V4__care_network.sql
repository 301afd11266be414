create extension if not exists pg_trgm;

alter table hospital
    -- those that a running admission holds; what is neither free nor held is out of service
    add column occupied_beds    integer not null default 0 check (occupied_beds >= 0),
    add column oxygen_cylinders integer not null default 0 check (oxygen_cylinders >= 0),
    add column ventilators      integer not null default 0 check (ventilators >= 0),
    add column ambulances       integer not null default 0 check (ambulances >= 0),
    add column blood_bags       integer not null default 0 check (blood_bags >= 0),
    -- counts every change of the row, and is its entity tag
    add column version          bigint  not null default 0,
    add column updated_at       timestamptz,
    -- name and code in Latin letters without accents, in lower case; empty until somebody indexed the row
    add column search_text      text    not null default '';

update hospital set occupied_beds = held.beds
  from (select hospital_id, count(*) as beds from admission where has_bed group by hospital_id) held
 where held.hospital_id = hospital.id;
update hospital set total_beds = greatest(total_beds, occupied_beds);
update hospital set available_beds = greatest(0, least(available_beds, total_beds - occupied_beds));
alter table hospital add constraint hospital_beds_not_overbooked check (available_beds + occupied_beds <= total_beds);

create index hospital_search on hospital using gin (search_text gin_trgm_ops) with (fastupdate = off);
create index hospital_listed on hospital (name, id) where active and status = 'REGISTERED' and verified_at is not null;
create index hospital_unindexed on hospital (id) where search_text = '';

-- Who works where, as doctor-service tells it; the newest version of each counts, in whatever order they come.
create table hospital_staff (
    hospital_id uuid        not null,
    doctor_id   uuid        not null,
    standing    text        not null check (standing in ('CLAIMED', 'INVITED', 'ACTIVE', 'ENDED')),
    is_primary  boolean     not null,
    version     integer     not null check (version > 0),
    changed_at  timestamptz not null,
    primary key (hospital_id, doctor_id)
);

-- Doctors who attend to somebody in the hospital; each sees by the admission's consent what the hospital sees.
create table attending (
    admission_id uuid        not null references admission (id),
    doctor_id    uuid        not null,
    assigned_at  timestamptz not null,
    ended_at     timestamptz,
    primary key (admission_id, doctor_id, assigned_at)
);
create unique index attending_now on attending (admission_id, doctor_id) where ended_at is null;
create index attending_of_doctor on attending (doctor_id) where ended_at is null;

create table emergency_case (
    id            uuid primary key,
    hospital_id   uuid        not null references hospital (id),
    admission_id  uuid        not null unique references admission (id),
    patient_id    uuid, -- unknown until the consent topic tells, and again once the patient is erased
    doctor_id     uuid,
    condition     text,
    severity      text        not null check (severity in ('CRITICAL', 'HIGH', 'MEDIUM', 'LOW')),
    status        text        not null check (status in ('WAITING', 'IN_TREATMENT', 'STABLE', 'DISCHARGED')),
    department    text,
    notes         text,
    admitted_time timestamptz not null,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    version       bigint      not null default 0
);
create index emergency_case_of_hospital on emergency_case (hospital_id, status);

create table department (
    id          uuid primary key,
    hospital_id uuid        not null references hospital (id),
    name        text        not null,
    total_beds  integer     not null check (total_beds >= 0),
    head_doctor text,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    version     bigint      not null default 0
);
create unique index department_name_key on department (hospital_id, lower(name));
create index admission_in_department on admission (hospital_id, lower(department)) where status = 'ADMITTED';
