package health.cloudcare.hospital.department;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.UuidV7;

/** A department. Who is in it follows from the admissions that name it. */
@Entity
@Table(name = "department")
@NullUnmarked
class Department {

    @Id
    private UUID id;

    @Column(name = "hospital_id")
    private UUID hospitalId;

    private String name;

    @Column(name = "total_beds")
    private int totalBeds;

    @Nullable
    @Column(name = "head_doctor")
    private String headDoctor;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Version
    private long version;

    protected Department() {}

    Department(UUID hospitalId, DepartmentFields fields, Instant now) {
        this.id = UuidV7.at(now);
        this.hospitalId = hospitalId;
        this.createdAt = now;
        change(fields, now);
    }

    void change(DepartmentFields fields, Instant now) {
        name = fields.name().strip();
        totalBeds = fields.totalBeds();
        headDoctor = fields.headDoctor();
        updatedAt = now;
    }

    DepartmentFields fields() {
        return new DepartmentFields(name, totalBeds, headDoctor);
    }

    UUID id() {
        return id;
    }

    UUID hospitalId() {
        return hospitalId;
    }

    String name() {
        return name;
    }

    int totalBeds() {
        return totalBeds;
    }

    @Nullable
    String headDoctor() {
        return headDoctor;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    long version() {
        return version;
    }

    @Override
    public String toString() {
        return "Department " + id;
    }
}
