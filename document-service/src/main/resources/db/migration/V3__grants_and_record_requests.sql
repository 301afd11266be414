-- Who is connected with whom, as patient-service tells; the newest version of each counts, in whatever order they come.
create table connection (
    connection_id uuid primary key,
    patient_id    uuid    not null,
    doctor_id     uuid    not null,
    version       integer not null check (version > 0),
    live          boolean not null
);
create index connection_pair on connection (patient_id, doctor_id) where live;

-- One document opened to one doctor. It rests on their connection, and ends with it.
create table file_grant (
    id            uuid primary key,
    file_id       uuid        not null references medical_record (id) on delete cascade,
    patient_id    uuid        not null,
    doctor_id     uuid        not null,
    connection_id uuid        not null references connection (connection_id),
    granted_at    timestamptz not null,
    revoked_at    timestamptz
);
create unique index file_grant_live on file_grant (file_id, doctor_id) where revoked_at is null;
create index file_grant_of_doctor on file_grant (patient_id, doctor_id) where revoked_at is null;
create index file_grant_of_connection on file_grant (connection_id) where revoked_at is null;

-- Records asked of facilities that are not on the platform.
create table document_request (
    id                  uuid primary key,
    patient_id          uuid        not null references record_owner (patient_id),
    requested_by        uuid        not null, -- patient, doctor or hospital
    requesting_role     text        not null,
    facility_name       text        not null,
    document_type       text,
    description         text,
    status              text        not null check (status in ('PENDING', 'IN_PROGRESS', 'FULFILLED', 'REJECTED')),
    requested_at        timestamptz not null,
    fulfilled_at        timestamptz,
    document_url        text
);
create unique index document_request_open on document_request (patient_id, requested_by, lower(facility_name))
    where status in ('PENDING', 'IN_PROGRESS');
create index document_request_newest on document_request (patient_id, requested_at desc, id desc);

create index medical_record_of_facility on medical_record (patient_id, facility_id, record_date desc) where facility_id is not null;
