package health.cloudcare.doctor.specialization;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A medical specialty a doctor can name; reference data that comes with a migration. */
@Entity
@Table(name = "specialization")
public class Specialization {

    @Id
    private String code;

    @Column(nullable = false)
    private String name;

    protected Specialization() {}

    String code() {
        return code;
    }

    String name() {
        return name;
    }
}
