-- Whoever adds to a patient's records, or erases them, holds this row to the end of the transaction. The row of an erased patient
-- stays, so that an upload that comes in late is refused.
create table record_owner (
    patient_id uuid primary key,
    erased_at  timestamptz
);

create table medical_record (
    id          uuid primary key,
    patient_id  uuid not null references record_owner (patient_id),
    facility_id uuid,
    title       text not null check (char_length(title) between 1 and 200),
    description text not null check (char_length(description) <= 2000),
    record_date timestamptz not null,
    record_type text not null references record_type (code),
    created_at  timestamptz not null,
    -- the file, if there is one: its place in the object store, and what it was found to be
    object_key  text constraint medical_record_object_key unique,
    media_type  text,
    size_bytes  bigint check (size_bytes > 0),
    check (num_nulls(object_key, media_type, size_bytes) in (0, 3))
);

create index medical_record_newest on medical_record (patient_id, record_date desc, id desc);

-- Objects that no record needs: those of removed records, and those that an upload is about to store, until its record is there.
-- Whoever crashes in between leaves a row, and the object goes once it is due.
create table object_to_remove (
    object_key text primary key,
    due_at     timestamptz not null,
    attempts   integer not null default 0
);

create index object_to_remove_due on object_to_remove (due_at);
