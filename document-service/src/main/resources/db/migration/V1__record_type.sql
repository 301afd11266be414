create table record_type (
    code                 text primary key check (code ~ '^[A-Z_]{2,40}$'),
    name                 text not null unique,
    accepted_media_types text[] not null check (cardinality(accepted_media_types) > 0),
    max_size_bytes       bigint not null check (max_size_bytes > 0)
);

-- 10 MB each, the limit of the documented upload; DICOM only where images are.
insert into record_type (code, name, accepted_media_types, max_size_bytes)
select code, name, media_types || extra, 10 * 1024 * 1024
from (values
    ('LAB_REPORT',   'Lab report',   array[]::text[]),
    ('PRESCRIPTION', 'Prescription', array[]::text[]),
    ('GENERAL',      'General',      array[]::text[]),
    ('CONSULTATION', 'Consultation', array[]::text[]),
    ('IMAGING',      'Imaging',      array['application/dicom'])
) as kind (code, name, extra)
cross join (values (array[
    'application/pdf',
    'image/jpeg',
    'image/png',
    'application/msword',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
])) as usual (media_types);
