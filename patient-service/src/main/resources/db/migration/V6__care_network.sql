ALTER TABLE patients
    ADD COLUMN occupation text,
    ADD COLUMN updated_at timestamptz,
    ADD COLUMN version    bigint NOT NULL DEFAULT 0; -- counts every change, and is the entity tag

-- Who is connected with whom. A request that was accepted is the connection; every row keeps how it ended.
CREATE TABLE connections (
    id           uuid PRIMARY KEY,
    patient_id   uuid        NOT NULL REFERENCES patients (id),
    doctor_id    uuid        NOT NULL,
    doctor_account_id uuid   NOT NULL,
    doctor_name  text        NOT NULL, -- as it was when the patient asked
    note         text        CHECK (length(note) <= 200),
    status       text        NOT NULL CHECK (status IN ('PENDING', 'ACCEPTED', 'REJECTED', 'CANCELLED', 'REMOVED')),
    requested_at timestamptz NOT NULL,
    changed_at   timestamptz NOT NULL,
    version      integer     NOT NULL CHECK (version > 0)
);
CREATE UNIQUE INDEX connections_one_open ON connections (patient_id, doctor_id) WHERE status IN ('PENDING', 'ACCEPTED');
CREATE INDEX connections_of_doctor ON connections (doctor_id, status, requested_at DESC, id);
CREATE INDEX connections_of_patient ON connections (patient_id, status, requested_at DESC, id);

-- What happened around a patient, as events told of it. They say what to look at, never what is in it.
CREATE TABLE activities (
    id           uuid PRIMARY KEY, -- of the event
    patient_id   uuid        NOT NULL REFERENCES patients (id) ON DELETE CASCADE,
    type         text        NOT NULL,
    title        text        NOT NULL,
    description  text        NOT NULL,
    happened_at  timestamptz NOT NULL,
    subject      text, -- what the reference is the id of
    reference_id uuid
);
CREATE INDEX activities_newest ON activities (patient_id, happened_at DESC, id DESC);

-- The admission whose hospital gave the patient to this doctor: the consent is a part of that one, and ends with it.
ALTER TABLE consents ADD COLUMN derived_from uuid;
CREATE UNIQUE INDEX consents_one_derived ON consents (derived_from, doctor_id)
    WHERE derived_from IS NOT NULL AND status = 'APPROVED' AND expired_at IS NULL;
