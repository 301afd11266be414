-- One row per patient of whom anything is, or was, kept here. Whoever changes that takes its lock first; of an erased patient
-- the row stays, so that what comes late finds it.
create table patient (
    patient_id uuid primary key,
    erased_at  timestamptz
);

-- What the consent topic told of consents to doctors. The newest version of each counts, in whatever order they came.
create table patient_consent (
    consent_id uuid primary key,
    patient_id uuid        not null,
    doctor_id  uuid        not null,
    version    integer     not null check (version > 0),
    standing   text        not null check (standing in ('REQUESTED', 'GRANTED', 'DENIED', 'REVOKED', 'EXPIRED')),
    emergency  boolean     not null,
    asked_at   timestamptz, -- null until its request, or a grant that is no emergency, was heard of
    changed_at timestamptz not null
);

create index patient_consent_pair on patient_consent (patient_id, doctor_id);

-- A doctor's list. It follows from the consents of both, and from the doctor's own removal.
create table doctor_patient (
    id          uuid primary key,
    doctor_id   uuid        not null,
    patient_id  uuid        not null,
    status      text        not null check (status in ('LOCKED', 'ACTIVE', 'STABLE', 'MONITORING', 'CRITICAL')),
    condition   text        not null,
    assigned_at timestamptz not null,
    removed_at  timestamptz, -- consents asked for until then no longer count
    unique (doctor_id, patient_id)
);

create index doctor_patient_newest on doctor_patient (doctor_id, assigned_at desc, id desc);
create index doctor_patient_of_patient on doctor_patient (patient_id);

create table clinical_note (
    id            uuid primary key,
    patient_id    uuid        not null,
    doctor_id     uuid        not null,
    record_type   text        not null
        check (record_type in ('CHECKUP', 'LAB_RESULT', 'PRESCRIPTION', 'DIAGNOSIS', 'SURGERY', 'EMERGENCY')),
    title         text        not null,
    description   text        not null,
    diagnosis     text,
    prescriptions text,
    doctor_notes  text,
    note_date     date        not null, -- the day it is about; consents open notes by it
    created_at    timestamptz not null
);

create index clinical_note_newest on clinical_note (patient_id, note_date desc, id desc);
