-- Some sign-ups know a name and a telephone number or an e-mail address only. Several patients may be without a UID: a
-- unique column takes any number of nulls.
ALTER TABLE patients
    ALTER COLUMN aadhaar_uid DROP NOT NULL,
    ALTER COLUMN last_name DROP NOT NULL,
    ALTER COLUMN date_of_birth DROP NOT NULL,
    ALTER COLUMN gender DROP NOT NULL,
    ALTER COLUMN email DROP NOT NULL,
    ALTER COLUMN phone_primary DROP NOT NULL,
    ALTER COLUMN address_line1 DROP NOT NULL,
    ALTER COLUMN city DROP NOT NULL,
    ALTER COLUMN state DROP NOT NULL,
    ALTER COLUMN postal_code DROP NOT NULL,
    ALTER COLUMN country DROP NOT NULL,
    ALTER COLUMN emergency_contact_name DROP NOT NULL,
    ALTER COLUMN emergency_contact_phone DROP NOT NULL,
    ALTER COLUMN emergency_contact_relation DROP NOT NULL,
    ADD COLUMN is_pregnant boolean;

-- Which numbers still wait for the current key.
CREATE INDEX aadhaar_vault_key_version ON aadhaar_vault (key_version);
