CREATE TABLE accounts (
    id            uuid PRIMARY KEY,
    email         text        NOT NULL,
    -- lower-cased: an address is one account however it is written
    email_key     text        NOT NULL UNIQUE,
    password_hash text        NOT NULL,
    role          text        NOT NULL CHECK (role IN ('PATIENT', 'DOCTOR', 'HOSPITAL_ADMIN', 'SYSTEM_ADMIN')),
    -- PENDING: its signup is under way; CANCELLING: to be undone; ACTIVE: may sign in
    status        text        NOT NULL CHECK (status IN ('PENDING', 'CANCELLING', 'ACTIVE')),
    display_name  text        NOT NULL,
    patient_id    uuid UNIQUE,
    aadhaar_uid   text,
    created_at    timestamptz NOT NULL,
    activated_at  timestamptz
);

-- the recovery job looks for unfinished signups only
CREATE INDEX accounts_unfinished ON accounts (created_at) WHERE status <> 'ACTIVE';

CREATE TABLE sessions (
    id            uuid PRIMARY KEY,
    account_id    uuid        NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    created_at    timestamptz NOT NULL,
    revoked_at    timestamptz,
    revoke_reason text
);

CREATE INDEX sessions_account ON sessions (account_id);

-- A session's tokens form a family: each is used once and followed by the next.
CREATE TABLE refresh_tokens (
    token_hash text PRIMARY KEY,
    session_id uuid        NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    issued_at  timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz
);

CREATE INDEX refresh_tokens_session ON refresh_tokens (session_id);
