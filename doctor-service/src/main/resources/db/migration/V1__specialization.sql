create table specialization (
    code text primary key check (code ~ '^[A-Z_]{2,40}$'),
    name text not null unique
);

-- The broad specialties recognised by the National Medical Commission of India, and general practice.
insert into specialization (code, name) values
    ('ANAESTHESIOLOGY', 'Anaesthesiology'),
    ('CARDIOLOGY', 'Cardiology'),
    ('CARDIOTHORACIC_SURGERY', 'Cardiothoracic surgery'),
    ('DERMATOLOGY', 'Dermatology'),
    ('EMERGENCY_MEDICINE', 'Emergency medicine'),
    ('ENDOCRINOLOGY', 'Endocrinology'),
    ('FAMILY_MEDICINE', 'Family medicine'),
    ('GASTROENTEROLOGY', 'Gastroenterology'),
    ('GENERAL_MEDICINE', 'General medicine'),
    ('GENERAL_PRACTICE', 'General practice'),
    ('GENERAL_SURGERY', 'General surgery'),
    ('GERIATRICS', 'Geriatrics'),
    ('HAEMATOLOGY', 'Haematology'),
    ('INFECTIOUS_DISEASES', 'Infectious diseases'),
    ('NEPHROLOGY', 'Nephrology'),
    ('NEUROLOGY', 'Neurology'),
    ('NEUROSURGERY', 'Neurosurgery'),
    ('OBSTETRICS_GYNAECOLOGY', 'Obstetrics and gynaecology'),
    ('ONCOLOGY', 'Oncology'),
    ('OPHTHALMOLOGY', 'Ophthalmology'),
    ('ORTHOPAEDICS', 'Orthopaedics'),
    ('OTORHINOLARYNGOLOGY', 'Otorhinolaryngology (ENT)'),
    ('PAEDIATRICS', 'Paediatrics'),
    ('PATHOLOGY', 'Pathology'),
    ('PHYSICAL_MEDICINE', 'Physical medicine and rehabilitation'),
    ('PLASTIC_SURGERY', 'Plastic surgery'),
    ('PSYCHIATRY', 'Psychiatry'),
    ('PULMONOLOGY', 'Pulmonology'),
    ('RADIOLOGY', 'Radiology'),
    ('RHEUMATOLOGY', 'Rheumatology'),
    ('UROLOGY', 'Urology');
