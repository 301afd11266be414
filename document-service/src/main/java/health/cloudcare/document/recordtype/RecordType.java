package health.cloudcare.document.recordtype;

import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A kind of medical record and what a file of that kind may be; reference data that comes with a migration. */
@Entity
@Table(name = "record_type")
public class RecordType {

    @Id
    private String code;

    @Column(nullable = false)
    private String name;

    @Column(name = "accepted_media_types", nullable = false)
    private List<String> acceptedMediaTypes;

    @Column(name = "max_size_bytes", nullable = false)
    private long maxSizeBytes;

    protected RecordType() {}

    public String code() {
        return code;
    }

    String name() {
        return name;
    }

    public List<String> acceptedMediaTypes() {
        return List.copyOf(acceptedMediaTypes);
    }

    /** Of the file itself, before any base64. */
    public long maxSizeBytes() {
        return maxSizeBytes;
    }
}
