-- One-time codes. A code itself is nowhere; its HMAC is of no use without the key.
CREATE TABLE otp_challenges (
    id               uuid PRIMARY KEY,
    account_id       uuid        NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    purpose          text        NOT NULL CHECK (purpose IN ('SIGN_UP', 'SIGN_IN', 'PASSWORD_RESET', 'IDENTIFIER')),
    channel          text        NOT NULL CHECK (channel IN ('SMS', 'EMAIL')),
    -- keyed: a telephone number could be guessed from a plain hash
    destination_hash text        NOT NULL,
    code_hash        text        NOT NULL,
    created_at       timestamptz NOT NULL,
    -- of the present code; null when it could not be sent
    sent_at          timestamptz,
    expires_at       timestamptz NOT NULL,
    -- at the present code, and at all codes that followed each other without a pause
    tries            int         NOT NULL DEFAULT 0,
    total_tries      int         NOT NULL DEFAULT 0,
    consumed_at      timestamptz,
    superseded_at    timestamptz
);

CREATE UNIQUE INDEX otp_challenges_open ON otp_challenges (account_id, purpose)
    WHERE consumed_at IS NULL AND superseded_at IS NULL;
CREATE INDEX otp_challenges_expiry ON otp_challenges (expires_at);
