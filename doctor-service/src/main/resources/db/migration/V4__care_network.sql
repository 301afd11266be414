create extension if not exists pg_trgm;

alter table doctor
    add column max_patients_per_day integer not null default 10 check (max_patients_per_day between 1 and 100),
    add column version              bigint  not null default 0, -- counts every change, and is the entity tag
    add column updated_at           timestamptz,
    -- the name as it sounds, without the title; empty as long as nobody is to find the doctor
    add column search_name          text    not null default '',
    add column phone_digits         text    generated always as (regexp_replace(coalesce(phone_primary, ''), '[^0-9]', '', 'g')) stored;

create index doctor_phone on doctor using gin (phone_digits gin_trgm_ops) with (fastupdate = off) where search_name <> '';
create index doctor_unindexed on doctor (id) where search_name = '' and status = 'REGISTERED' and verified_at is not null;
create index doctor_listed on doctor (id) where status = 'REGISTERED' and verified_at is not null;
create index doctor_specialization on doctor (lower(specialization), id);
create index doctor_city on doctor (lower(city), id);

-- One row for each word of a name: the name as it sounds, turned so that it begins with that word (a key-word-in-context index).
-- Whatever part of a name is typed first, those who have it stand together here, in order.
create table doctor_name_key (
    key       text collate "C" not null,
    doctor_id uuid not null references doctor (id) on delete cascade,
    primary key (key, doctor_id)
);
create index doctor_name_key_of_doctor on doctor_name_key (doctor_id, key);

-- The words of all names, to find those that are alike; a word that nobody has any more may stay.
create table doctor_name_word (word text collate "C" primary key);
create index doctor_name_word_alike on doctor_name_word using gin (word gin_trgm_ops) with (fastupdate = off);

-- Who works where takes two: CLAIMED by the doctor alone, INVITED by the hospital alone, ACTIVE once both say so. What has ended
-- stays, so that its versions go on.
alter table affiliation
    add column standing   text        not null default 'CLAIMED' check (standing in ('CLAIMED', 'INVITED', 'ACTIVE', 'ENDED')),
    add column version    integer     not null default 1 check (version >= 0),
    add column changed_at timestamptz;
update affiliation set standing = 'ACTIVE' where confirmed;
update affiliation set changed_at = joined_at;
alter table affiliation alter column changed_at set not null;
alter table affiliation alter column standing drop default;
alter table affiliation drop column confirmed;
alter table affiliation add constraint affiliation_primary_lasts check (standing in ('CLAIMED', 'ACTIVE') or not is_primary);

-- What a doctor noted of a patient on their list; hidden, not lost, while the list has no access.
alter table doctor_patient
    add column care_status      text        not null default 'ACTIVE'
        check (care_status in ('ACTIVE', 'STABLE', 'MONITORING', 'CRITICAL')),
    add column care_note        text,
    add column next_appointment timestamptz,
    add column emergency_flag   boolean     not null default false,
    add column version          bigint      not null default 0;
update doctor_patient set care_status = status where status <> 'LOCKED';

-- Connections, as patient-service tells of them; the newest version of each counts, in whatever order they come.
create table patient_connection (
    connection_id uuid primary key,
    patient_id    uuid        not null,
    doctor_id     uuid        not null,
    version       integer     not null check (version > 0),
    live          boolean     not null,
    since         timestamptz not null
);
create index patient_connection_pair on patient_connection (patient_id, doctor_id);

alter table clinical_note
    add column revision    integer not null default 1 check (revision > 0),
    add column amended_at  timestamptz,
    add column medications text    not null default '[]'; -- JSON

-- What a note said before it was amended.
create table clinical_note_revision (
    note_id       uuid        not null references clinical_note (id) on delete cascade,
    revision      integer     not null,
    written_at    timestamptz not null,
    amended_at    timestamptz not null,
    reason        text,
    record_type   text        not null,
    title         text        not null,
    description   text        not null,
    diagnosis     text,
    prescriptions text,
    doctor_notes  text,
    medications   text        not null,
    note_date     date        not null,
    primary key (note_id, revision)
);
