-- One row per patient whom a hospital ever asked. Whoever changes an admission by what the patient did takes its lock first, so
-- that what comes in after the erasure finds it (the row stays as a tombstone).
create table admission_patient (
    patient_id uuid primary key,
    erased_at  timestamptz
);

create table admission (
    id              uuid primary key,
    consent_id      uuid not null constraint admission_consent_key unique,
    -- of the newest event about the consent that was taken in; whatever is not newer comes late, or again
    consent_version integer not null default 0 check (consent_version >= 0),
    hospital_id     uuid not null references hospital (id),
    patient_id      uuid, -- unknown until the consent topic tells, and again once the patient is erased
    status          text not null check (status in ('PENDING', 'ADMITTED', 'DISCHARGED', 'CLOSED')),
    requested_at    timestamptz not null,
    admitted_at     timestamptz,
    discharged_at   timestamptz,
    has_bed         boolean not null default false,
    reason          text,
    doctor_id       uuid,
    condition       text,
    severity        text check (severity in ('CRITICAL', 'HIGH', 'MEDIUM', 'LOW')),
    department      text,
    discharge_note  text,
    document_url    text,
    constraint admission_stay check (
        (status in ('ADMITTED', 'DISCHARGED')) = (admitted_at is not null)
        and (status = 'DISCHARGED') = (discharged_at is not null)),
    constraint admission_bed check (status = 'ADMITTED' or not has_bed)
);

create index admission_of_hospital on admission (hospital_id, status, requested_at desc);
create index admission_of_patient on admission (patient_id, admitted_at desc) where patient_id is not null;
