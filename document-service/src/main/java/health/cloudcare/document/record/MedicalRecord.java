package health.cloudcare.document.record;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A document of a patient. It is added and removed, never changed. */
@Entity
@Table(name = "medical_record")
@NullUnmarked
class MedicalRecord {

    @Id
    private UUID id;

    @Column(name = "patient_id")
    private UUID patientId;

    @Nullable
    @Column(name = "facility_id")
    private UUID facilityId;

    private String title;

    private String description;

    @Column(name = "record_date")
    private Instant date;

    @Column(name = "record_type")
    private String recordType;

    @Column(name = "created_at")
    private Instant createdAt;

    @Nullable
    @Embedded
    private StoredFile file;

    protected MedicalRecord() {}

    MedicalRecord(UUID id, NewRecord record, @Nullable StoredFile file, Instant now) {
        this.id = id;
        this.patientId = record.patientId();
        this.facilityId = record.facilityId();
        this.title = record.title();
        this.description = record.description();
        this.date = record.date();
        this.recordType = record.recordType();
        this.createdAt = now;
        this.file = file;
    }

    UUID id() {
        return id;
    }

    UUID patientId() {
        return patientId;
    }

    @Nullable
    UUID facilityId() {
        return facilityId;
    }

    String title() {
        return title;
    }

    String description() {
        return description;
    }

    Instant date() {
        return date;
    }

    String recordType() {
        return recordType;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable
    StoredFile file() {
        return file;
    }

    @Override
    public String toString() {
        return "MedicalRecord " + id;
    }
}
