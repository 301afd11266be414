package health.cloudcare.broken.a;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Row {
    @Id
    public long id;
}
