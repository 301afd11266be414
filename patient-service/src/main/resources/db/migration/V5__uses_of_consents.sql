-- How often a consent with a limit was used, by the period of its limit: 0 from the moment it was granted, 1 after a day,
-- week or month, and so on.
CREATE TABLE consent_uses (
    consent_id uuid    NOT NULL REFERENCES consents (id) ON DELETE CASCADE,
    period     bigint  NOT NULL,
    uses       integer NOT NULL CHECK (uses > 0),
    PRIMARY KEY (consent_id, period)
);

-- Nobody asks for an emergency, so none waits; one at a time for a doctor.
CREATE UNIQUE INDEX consents_one_open_emergency
    ON consents (patient_id, doctor_id)
    WHERE status = 'APPROVED' AND request_type = 'EMERGENCY_ACCESS' AND expired_at IS NULL;
