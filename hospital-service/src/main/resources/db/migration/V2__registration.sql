-- One row per hospital id that was ever named in a registration. Registering, cancelling and everything an account event does
-- take its lock first, so that a registration that arrives after its cancellation finds it (the row stays as a tombstone).
create table registration (
    hospital_id  uuid primary key,
    cancelled_at timestamptz
);

alter table hospital
    add column account_id           uuid constraint hospital_account_key unique,
    -- who is here already was listed, so it is registered
    add column status               text not null default 'REGISTERED' check (status in ('PROVISIONAL', 'REGISTERED', 'CLOSED')),
    add column facility_type        text,
    add column registration_no      text, -- in upper case, like the licence
    add column license_no           text,
    add column accreditations       text[] not null default '{}',
    add column specializations      text[] not null default '{}',
    add column phone_primary        text,
    add column phone_secondary      text,
    add column phone_emergency      text,
    add column email                text,
    add column website              text,
    add column address_line1        text,
    add column address_line2        text,
    add column postal_code          text,
    add column country              text not null default 'India',
    add column latitude             double precision check (latitude between -90 and 90),
    add column longitude            double precision check (longitude between -180 and 180),
    add column total_beds           integer not null default 0 check (total_beds >= 0),
    add column available_beds       integer not null default 0 check (available_beds between 0 and total_beds),
    add column icu_beds             integer not null default 0 check (icu_beds >= 0),
    add column emergency_beds       integer not null default 0 check (emergency_beds >= 0),
    add column operation_theatres   integer not null default 0 check (operation_theatres >= 0),
    add column has_emergency        boolean not null default true,
    add column has_ambulance        boolean not null default false,
    add column has_pharmacy         boolean not null default false,
    add column has_lab              boolean not null default false,
    add column has_blood_bank       boolean not null default false,
    add column telemedicine_enabled boolean not null default false,
    add column registered_at        timestamptz,
    add column verified_at          timestamptz,
    add column closed_at            timestamptz,
    -- whoever signed up said how to reach them
    add check (account_id is null or num_nulls(phone_primary, address_line1, postal_code) = 0);

alter table hospital alter column status drop default;
update hospital set registered_at = created_at;

-- a closed hospital keeps its numbers for those who look back, and does not keep them from a new registration
create unique index hospital_registration_no_key on hospital (registration_no) where status <> 'CLOSED';
create unique index hospital_license_no_key on hospital (license_no) where status <> 'CLOSED';
