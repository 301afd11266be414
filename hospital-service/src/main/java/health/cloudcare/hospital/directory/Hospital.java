package health.cloudcare.hospital.directory;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A hospital as it is found by others. Its code is what people type, its id what systems use. */
@Entity
@Table(name = "hospital")
public class Hospital {

    @Id
    private UUID id;

    @Column(nullable = false)
    private String name;

    @Column(name = "hospital_code", nullable = false, unique = true)
    private String code;

    @Column(nullable = false)
    private String city;

    @Column(nullable = false)
    private String state;

    @Column(nullable = false)
    private boolean active;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    protected Hospital() {}

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    String code() {
        return code;
    }

    String city() {
        return city;
    }

    String state() {
        return state;
    }

    @Override
    public String toString() {
        return "Hospital[" + id + "]";
    }
}
