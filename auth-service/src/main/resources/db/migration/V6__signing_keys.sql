-- The keys that sign access tokens, shared by all replicas. A row stays when its key has served: a key file that was
-- replaced, or withdrawn, must not come back with the next start.
CREATE TABLE signing_keys (
    -- RFC 7638 thumbprint
    kid                text PRIMARY KEY,
    public_jwk         text        NOT NULL,
    -- nonce and AES-256-GCM ciphertext under a key derived from the master key; gone once the key no longer signs
    sealed_private_key bytea,
    -- published from here on
    created_at         timestamptz NOT NULL,
    signs_from         timestamptz NOT NULL,
    signs_until        timestamptz,
    -- published, and good for verification, until here
    verifies_until     timestamptz,
    CHECK ((signs_until IS NULL) = (verifies_until IS NULL)),
    CHECK (signs_until IS NOT NULL OR sealed_private_key IS NOT NULL)
);
