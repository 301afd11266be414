-- The demo hospitals of the public API documentation; only in local mode. The city and state of the last four are invented.
insert into hospital (id, name, hospital_code, city, state, created_at) values
    ('019a0000-0000-7000-8000-000000000001', 'Apollo Hospital Bangalore',     'HC-B2631D', 'Bangalore', 'Karnataka', '2025-11-01T00:00:00Z'),
    ('019a0000-0000-7000-8000-000000000002', 'Manipal Hospital Whitefield',   'HC-L9MLES', 'Bangalore', 'Karnataka', '2025-11-01T00:00:00Z'),
    ('019a0000-0000-7000-8000-000000000003', 'Fortis Hospital Bangalore',     'HC-E8O2O2', 'Bangalore', 'Karnataka', '2025-11-01T00:00:00Z'),
    ('019a0000-0000-7000-8000-000000000004', 'Columbia Asia Hospital Hebbal', 'HC-JXOTB9', 'Bangalore', 'Karnataka', '2025-11-01T00:00:00Z'),
    ('019a0000-0000-7000-8000-000000000005', 'Sakra World Hospital',          'HC-A1NRS2', 'Bangalore', 'Karnataka', '2025-11-01T00:00:00Z')
on conflict (id) do nothing;
