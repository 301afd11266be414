-- An address or a number that is added to an account once the code sent there comes back.
CREATE TABLE pending_identifiers (
    challenge_id uuid PRIMARY KEY REFERENCES otp_challenges (id) ON DELETE CASCADE,
    kind         text NOT NULL CHECK (kind IN ('EMAIL', 'PHONE')),
    value        text NOT NULL
);
