-- What somebody registered with, beside their unverified account; gone once the address is proved or the time is up.
CREATE TABLE pending_registrations (
    account_id     uuid PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
    user_id        text        NOT NULL,
    role           text        NOT NULL CHECK (role IN ('PATIENT', 'DOCTOR')),
    username       text        NOT NULL,
    email          text        NOT NULL,
    mobile         text        NOT NULL,
    first_name     text        NOT NULL,
    last_name      text        NOT NULL,
    is_pregnant    boolean     NOT NULL,
    specialization text,
    created_at     timestamptz NOT NULL,
    expires_at     timestamptz NOT NULL
);

CREATE INDEX pending_registrations_created ON pending_registrations (created_at, account_id);
