-- Sessions of paired devices: a credential in place of a cookie, good for sending readings.
ALTER TABLE sessions
    DROP CONSTRAINT sessions_kind_check,
    ADD CONSTRAINT sessions_kind_check CHECK (kind IN ('TOKEN', 'COOKIE', 'DEVICE')),
    ADD COLUMN device_id text CHECK ((device_id IS NOT NULL) = (kind = 'DEVICE'));
