-- One row per patient id that was ever named in a registration. Registering and cancelling take its lock first, so that
-- a registration that arrives after its cancellation finds it (the row stays as a tombstone).
CREATE TABLE registrations (
    patient_id   uuid PRIMARY KEY,
    cancelled_at timestamptz
);

CREATE TABLE patients (
    id                         uuid PRIMARY KEY,
    account_id                 uuid        NOT NULL UNIQUE,
    status                     text        NOT NULL CHECK (status IN ('PROVISIONAL', 'REGISTERED')),
    aadhaar_uid                text        NOT NULL UNIQUE CHECK (length(aadhaar_uid) = 64),
    first_name                 text        NOT NULL,
    middle_name                text,
    last_name                  text        NOT NULL,
    date_of_birth              date        NOT NULL,
    gender                     text        NOT NULL,
    blood_group                text,
    time_zone                  text        NOT NULL,
    email                      text        NOT NULL,
    phone_primary              text        NOT NULL,
    phone_secondary            text,
    address_line1              text        NOT NULL,
    address_line2              text,
    city                       text        NOT NULL,
    state                      text        NOT NULL,
    postal_code                text        NOT NULL,
    country                    text        NOT NULL,
    emergency_contact_name     text        NOT NULL,
    emergency_contact_phone    text        NOT NULL,
    emergency_contact_relation text        NOT NULL,
    height_cm                  double precision,
    weight_kg                  double precision,
    allergies                  text[]      NOT NULL,
    chronic_conditions         text[]      NOT NULL,
    current_medications        text[]      NOT NULL,
    insurance_provider         text,
    insurance_policy_no        text,
    insurance_valid_until      date,
    created_at                 timestamptz NOT NULL,
    registered_at              timestamptz
);

-- The Aadhaar number itself, AES-256-GCM encrypted; found by a keyed hash only (the UID).
CREATE TABLE aadhaar_vault (
    uid         text PRIMARY KEY CHECK (length(uid) = 64),
    patient_id  uuid        NOT NULL UNIQUE REFERENCES patients (id) ON DELETE CASCADE,
    key_version integer     NOT NULL,
    nonce       bytea       NOT NULL,
    ciphertext  bytea       NOT NULL,
    created_at  timestamptz NOT NULL
);
