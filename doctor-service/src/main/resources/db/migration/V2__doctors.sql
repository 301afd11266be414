-- One row per doctor id that was ever named in a registration. Registering, cancelling and everything an account event does
-- take its lock first, so that a registration that arrives after its cancellation finds it (the row stays as a tombstone).
create table registration (
    doctor_id    uuid primary key,
    cancelled_at timestamptz
);

create table doctor (
    id                      uuid primary key,
    account_id              uuid not null constraint doctor_account_key unique,
    status                  text not null check (status in ('PROVISIONAL', 'REGISTERED', 'CLOSED')),
    title                   text,
    first_name              text,
    middle_name             text,
    last_name               text,
    date_of_birth           date,
    gender                  text,
    -- upper case; whoever is closed has none, so that it can be registered again
    medical_license_no      text constraint doctor_license_key unique,
    registration_year       integer,
    registration_state      text,
    specialization          text,
    sub_specialization      text,
    qualifications          text[],
    experience_years        integer check (experience_years between 0 and 80),
    phone_primary           text,
    phone_secondary         text,
    email_professional      text,
    address_line1           text,
    address_line2           text,
    city                    text,
    state                   text,
    postal_code             text,
    country                 text,
    clinic_address          text,
    languages               text[],
    consultation_fee        numeric(10, 2) check (consultation_fee >= 0), -- INR
    available_for_emergency boolean,
    telemedicine_enabled    boolean,
    bio                     text,
    created_at              timestamptz not null,
    registered_at           timestamptz,
    verified_at             timestamptz,
    closed_at               timestamptz,
    -- of a closed doctor nothing personal is left
    check (status = 'CLOSED' or num_nulls(title, first_name, qualifications, experience_years, country, languages,
                                          available_for_emergency, telemedicine_enabled) = 0),
    check (status <> 'CLOSED' or num_nonnulls(title, first_name, middle_name, last_name, date_of_birth, gender,
                                              medical_license_no, phone_primary, phone_secondary, email_professional,
                                              address_line1, clinic_address, bio) = 0)
);

-- Where a doctor works. The hospital has not said so itself until the row is confirmed.
create table affiliation (
    id            uuid primary key,
    doctor_id     uuid not null references doctor (id) on delete cascade,
    hospital_id   uuid not null,
    hospital_code text,
    is_primary    boolean not null,
    confirmed     boolean not null,
    joined_at     timestamptz not null,
    unique (doctor_id, hospital_id)
);

create unique index affiliation_one_primary on affiliation (doctor_id) where is_primary;
create index affiliation_hospital on affiliation (hospital_id);
