-- Who may see what of a patient, as the patient decided. No cascade from patients: a consent never goes without the event
-- that ends it elsewhere.
CREATE TABLE consents (
    id            uuid PRIMARY KEY,
    patient_id    uuid        NOT NULL REFERENCES patients (id),
    doctor_id     uuid,
    hospital_id   uuid,
    facility_name text        NOT NULL,
    request_type  text        NOT NULL,
    description   text,
    purpose_code  text        NOT NULL,
    purpose_text  text        NOT NULL,
    categories    text[]      NOT NULL CHECK (cardinality(categories) > 0),
    metrics       text[]      NOT NULL, -- empty: all
    data_from     date,
    data_to       date,
    resolution    text        NOT NULL CHECK (resolution IN ('RAW', 'HOURLY', 'DAILY')),
    access_mode   text        NOT NULL CHECK (access_mode IN ('VIEW', 'STORE')),
    access_until  timestamptz NOT NULL,
    max_reads     integer CHECK (max_reads > 0),
    reads_per     text CHECK (reads_per IN ('DAY', 'WEEK', 'MONTH')),
    status        text        NOT NULL CHECK (status IN ('PENDING', 'APPROVED', 'DENIED', 'REVOKED')),
    requested_at  timestamptz NOT NULL,
    responded_at  timestamptz,
    expires_at    timestamptz NOT NULL, -- of the request while it is pending, of the access once it is approved
    expired_at    timestamptz,          -- the expiry has been told
    version       integer     NOT NULL CHECK (version > 0),
    CONSTRAINT consents_one_grantee CHECK (num_nonnulls(doctor_id, hospital_id) = 1),
    CONSTRAINT consents_admission_by_hospital CHECK (request_type <> 'HOSPITAL_ADMISSION' OR hospital_id IS NOT NULL),
    CONSTRAINT consents_data_range CHECK (data_from <= data_to),
    CONSTRAINT consents_read_limit CHECK (num_nulls(max_reads, reads_per) <> 1)
);

CREATE INDEX consents_of_patient ON consents (patient_id, requested_at DESC);

-- One open request of a grantee to a patient; an admission is a matter of its own.
CREATE UNIQUE INDEX consents_one_open_request
    ON consents (patient_id, coalesce(doctor_id, hospital_id), (request_type = 'HOSPITAL_ADMISSION'))
    WHERE status = 'PENDING' AND expired_at IS NULL;

-- What the expiry job looks for.
CREATE INDEX consents_to_expire ON consents (expires_at) WHERE status IN ('PENDING', 'APPROVED') AND expired_at IS NULL;
