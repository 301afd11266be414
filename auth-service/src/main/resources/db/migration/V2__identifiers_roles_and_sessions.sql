-- An account may be named in several ways; each name belongs to one account, whoever is pending or active.
CREATE TABLE identifiers (
    kind        text        NOT NULL CHECK (kind IN ('EMAIL', 'PHONE', 'USERNAME', 'USER_ID', 'AADHAAR_UID')),
    -- the normal form: lower-cased, E.164, upper-cased; by it the name is found
    key         text        NOT NULL,
    account_id  uuid        NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    value       text        NOT NULL,
    -- when its owner proved to receive messages there; null for names that need no proof as well
    proved_at   timestamptz,
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (kind, key)
);

CREATE INDEX identifiers_account ON identifiers (account_id);

INSERT INTO identifiers (kind, key, account_id, value, created_at)
SELECT 'EMAIL', email_key, id, email, created_at FROM accounts;

INSERT INTO identifiers (kind, key, account_id, value, created_at)
SELECT 'AADHAAR_UID', aadhaar_uid, id, aadhaar_uid, created_at FROM accounts WHERE aadhaar_uid IS NOT NULL;

ALTER TABLE accounts
    DROP COLUMN email,
    DROP COLUMN email_key,
    DROP COLUMN aadhaar_uid,
    -- people who sign in by a code have none
    ALTER COLUMN password_hash DROP NOT NULL,
    ADD COLUMN doctor_id     uuid UNIQUE,
    -- of a hospital's account its own, of a doctor's the hospital whose code was given
    ADD COLUMN hospital_id   uuid,
    ADD COLUMN hospital_code text,
    ADD COLUMN mobile_no     text,
    ADD COLUMN address       text,
    -- UNVERIFIED: until when a code is awaited
    ADD COLUMN pending_until timestamptz,
    ADD COLUMN updated_at    timestamptz,
    ADD COLUMN last_login_at timestamptz,
    -- a doctor or hospital for whom somebody vouched
    ADD COLUMN vouched_at    timestamptz,
    ADD COLUMN vouched_by    uuid,
    -- by an administrator; temporary locks are in Redis
    ADD COLUMN locked_at     timestamptz,
    DROP CONSTRAINT accounts_status_check,
    ADD CONSTRAINT accounts_status_check CHECK (status IN ('PENDING', 'UNVERIFIED', 'CANCELLING', 'ACTIVE'));

UPDATE accounts SET updated_at = coalesce(activated_at, created_at);
ALTER TABLE accounts ALTER COLUMN updated_at SET NOT NULL;

CREATE UNIQUE INDEX accounts_hospital ON accounts (hospital_id) WHERE role = 'HOSPITAL_ADMIN';
CREATE INDEX accounts_created ON accounts (created_at, id);

-- Patients of before have a public id now; a random one, drawn again until it is free.
DO $$
DECLARE
    account record;
    candidate text;
BEGIN
    FOR account IN SELECT id, created_at FROM accounts WHERE role = 'PATIENT' LOOP
        LOOP
            candidate := 'PAT' || lpad((floor(random() * 100000000))::int::text, 8, '0');
            BEGIN
                INSERT INTO identifiers (kind, key, account_id, value, created_at)
                VALUES ('USER_ID', candidate, account.id, candidate, account.created_at);
                EXIT;
            EXCEPTION WHEN unique_violation THEN
                -- drawn before
            END;
        END LOOP;
    END LOOP;
END $$;

ALTER TABLE sessions
    ADD COLUMN kind             text NOT NULL DEFAULT 'TOKEN' CHECK (kind IN ('TOKEN', 'COOKIE')),
    ADD COLUMN last_activity_at timestamptz,
    ADD COLUMN expires_at       timestamptz,
    ADD COLUMN device           text,
    ADD COLUMN address          text,
    ADD COLUMN cookie_hash      text UNIQUE;

UPDATE sessions SET last_activity_at = created_at, expires_at = created_at + interval '7 days';
ALTER TABLE sessions
    ALTER COLUMN last_activity_at SET NOT NULL,
    ALTER COLUMN expires_at SET NOT NULL;

-- Sessions that ended while tokens of theirs were still valid; outlives the session, which goes with its account.
CREATE TABLE revoked_sessions (
    session_id   uuid PRIMARY KEY,
    revoked_at   timestamptz NOT NULL,
    -- when the gateways were told
    announced_at timestamptz
);

CREATE INDEX revoked_sessions_unannounced ON revoked_sessions (session_id) WHERE announced_at IS NULL;

-- The next token, readable with the one that was used for it only: for the client whose answer got lost.
ALTER TABLE refresh_tokens
    ADD COLUMN successor_sealed bytea,
    ADD COLUMN successor_hash   text,
    ADD COLUMN repeated_at      timestamptz;
