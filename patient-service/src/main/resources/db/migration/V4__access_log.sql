-- Who read or changed what of a patient, refusals included, as told on cloudcare.access.v1. Entries of a patient form a chain:
-- hash covers all other columns and the hash of the entry before. No reference to patients: the log outlives them.
CREATE TABLE access_log (
    patient_id       uuid        NOT NULL,
    sequence         bigint      NOT NULL CHECK (sequence > 0), -- without gaps, from 1
    event_id         uuid        NOT NULL UNIQUE,
    occurred_at      timestamptz NOT NULL,
    actor_account_id uuid        NOT NULL,
    actor_role       text        NOT NULL,
    actor_profile_id uuid,
    category         text        NOT NULL,
    action           text        NOT NULL,
    resource         text        NOT NULL,
    outcome          text        NOT NULL CHECK (outcome IN ('ALLOWED', 'REFUSED')),
    reason           text,
    consent_id       uuid,
    emergency        boolean     NOT NULL,
    client_ip        text,
    correlation_id   text,
    prev_hash        bytea       NOT NULL,
    hash             bytea       NOT NULL,
    PRIMARY KEY (patient_id, sequence)
);

-- The newest entry of each patient, signed. Whoever appends locks it. Sequence 0: there is none yet.
CREATE TABLE access_log_head (
    patient_id uuid PRIMARY KEY,
    sequence   bigint      NOT NULL,
    hash       bytea       NOT NULL,
    key_id     text        NOT NULL,
    signature  text        NOT NULL,
    signed_at  timestamptz NOT NULL
) WITH (fillfactor = 70);

-- The newest entry of each patient that retention removed, signed: the chain goes on from it.
CREATE TABLE access_log_anchor (
    patient_id uuid PRIMARY KEY,
    sequence   bigint      NOT NULL,
    hash       bytea       NOT NULL,
    key_id     text        NOT NULL,
    signature  text        NOT NULL,
    signed_at  timestamptz NOT NULL
);

-- Append-only, but for retention: it says so in its transaction, and removes no more than an anchor stands for.
CREATE FUNCTION access_log_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF current_setting('cloudcare.access_log_retention', true) = 'on'
           AND EXISTS (SELECT 1 FROM access_log_anchor anchor
                        WHERE anchor.patient_id = OLD.patient_id AND anchor.sequence >= OLD.sequence) THEN
            RETURN OLD;
        END IF;
    END IF;
    RAISE EXCEPTION 'the access log is append-only' USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER access_log_append_only BEFORE UPDATE OR DELETE ON access_log
    FOR EACH ROW EXECUTE FUNCTION access_log_append_only();
CREATE TRIGGER access_log_no_truncate BEFORE TRUNCATE ON access_log
    FOR EACH STATEMENT EXECUTE FUNCTION access_log_append_only();
