-- The demo hospitals of the public API documentation; only in local mode. All but name and code is invented. They are
-- verified and have no account until auth-service registers one for them.
insert into hospital (
    id, name, hospital_code, city, state, created_at, registered_at, verified_at, status, facility_type,
    specializations, accreditations, phone_primary, phone_emergency, email, address_line1, postal_code, country,
    total_beds, available_beds, icu_beds, emergency_beds, operation_theatres,
    has_emergency, has_ambulance, has_pharmacy, has_lab, has_blood_bank, telemedicine_enabled) values
    ('019a0000-0000-7000-8000-000000000001', 'Apollo Hospital Bangalore', 'HC-B2631D', 'Bangalore', 'Karnataka',
     '2025-11-01T00:00:00Z', '2025-11-01T00:00:00Z', '2025-11-01T00:00:00Z', 'REGISTERED', 'MULTI_SPECIALTY_HOSPITAL',
     '{Cardiology,Neurology,Oncology}', '{NABH}', '+918000000001', '+918000000011', 'apollo@cloudcare.example', '1 Demo Road',
     '560076', 'India', 250, 250, 40, 20, 8, true, true, true, true, true, true),
    ('019a0000-0000-7000-8000-000000000002', 'Manipal Hospital Whitefield', 'HC-L9MLES', 'Bangalore', 'Karnataka',
     '2025-11-01T00:00:00Z', '2025-11-01T00:00:00Z', '2025-11-01T00:00:00Z', 'REGISTERED', 'MULTI_SPECIALTY_HOSPITAL',
     '{Cardiology,Orthopaedics}', '{NABH}', '+918000000002', '+918000000012', 'manipal@cloudcare.example', '2 Demo Road',
     '560066', 'India', 280, 280, 35, 25, 10, true, true, true, true, true, false),
    ('019a0000-0000-7000-8000-000000000003', 'Fortis Hospital Bangalore', 'HC-E8O2O2', 'Bangalore', 'Karnataka',
     '2025-11-01T00:00:00Z', '2025-11-01T00:00:00Z', '2025-11-01T00:00:00Z', 'REGISTERED', 'SUPER_SPECIALTY_HOSPITAL',
     '{Cardiology,Nephrology}', '{NABH,JCI}', '+918000000003', '+918000000013', 'fortis@cloudcare.example', '3 Demo Road',
     '560076', 'India', 270, 270, 45, 20, 9, true, true, true, true, true, true),
    ('019a0000-0000-7000-8000-000000000004', 'Columbia Asia Hospital Hebbal', 'HC-JXOTB9', 'Bangalore', 'Karnataka',
     '2025-11-01T00:00:00Z', '2025-11-01T00:00:00Z', '2025-11-01T00:00:00Z', 'REGISTERED', 'GENERAL_HOSPITAL',
     '{"General medicine",Paediatrics}', '{}', '+918000000004', '+918000000014', 'columbia@cloudcare.example', '4 Demo Road',
     '560024', 'India', 90, 90, 12, 10, 3, true, true, true, true, false, false),
    ('019a0000-0000-7000-8000-000000000005', 'Sakra World Hospital', 'HC-A1NRS2', 'Bangalore', 'Karnataka',
     '2025-11-01T00:00:00Z', '2025-11-01T00:00:00Z', '2025-11-01T00:00:00Z', 'REGISTERED', 'MULTI_SPECIALTY_HOSPITAL',
     '{Neurology,Orthopaedics}', '{NABH}', '+918000000005', '+918000000015', 'sakra@cloudcare.example', '5 Demo Road',
     '560103', 'India', 300, 300, 50, 30, 12, true, true, true, true, true, false)
-- a row that an older version of this file wrote knows no more than a name; a complete one may have lived on since
on conflict (id) do update set
    registered_at = excluded.registered_at, verified_at = excluded.verified_at, facility_type = excluded.facility_type,
    specializations = excluded.specializations, accreditations = excluded.accreditations,
    phone_primary = excluded.phone_primary, phone_emergency = excluded.phone_emergency, email = excluded.email,
    address_line1 = excluded.address_line1, postal_code = excluded.postal_code, total_beds = excluded.total_beds,
    available_beds = excluded.available_beds, icu_beds = excluded.icu_beds, emergency_beds = excluded.emergency_beds,
    operation_theatres = excluded.operation_theatres, has_ambulance = excluded.has_ambulance,
    has_pharmacy = excluded.has_pharmacy, has_lab = excluded.has_lab, has_blood_bank = excluded.has_blood_bank,
    telemedicine_enabled = excluded.telemedicine_enabled
where hospital.facility_type is null;
