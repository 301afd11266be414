package health.cloudcare.document.recordtype;

import java.util.List;

/**
 * @param recordType as documents carry it
 * @param name for people
 * @param maxSizeBytes of the file itself, before any base64
 */
public record RecordTypeResponse(String recordType, String name, List<String> acceptedMediaTypes, long maxSizeBytes) {

    public RecordTypeResponse {
        acceptedMediaTypes = List.copyOf(acceptedMediaTypes);
    }

    static RecordTypeResponse of(RecordType type) {
        return new RecordTypeResponse(type.code(), type.name(), type.acceptedMediaTypes(), type.maxSizeBytes());
    }
}
