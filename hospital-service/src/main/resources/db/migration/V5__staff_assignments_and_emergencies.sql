alter table admission
    -- why it never came to it; unknown of those that were closed before it was written down
    add column closed_because text check (closed_because in ('NOT_APPROVED', 'WITHDRAWN', 'NO_BED', 'HOSPITAL_CLOSED')),
    add constraint admission_closed check (closed_because is null or status = 'CLOSED');

-- of an erased patient's emergency nothing stays but that there was one
alter table emergency_case
    alter column severity drop not null,
    add constraint emergency_case_forgotten check (severity is not null or (patient_id is null and status = 'DISCHARGED'));

update emergency_case set doctor_id = null, severity = null, department = null
 where patient_id is null and status = 'DISCHARGED';
