package health.cloudcare.wearables.chunk;

/**
 * Names what is stored of one patient's UTC day: a document of hour chunks, and one of rollups.
 *
 * @param epochDay days since the epoch
 */
public record DayKey(String patientId, long epochDay) {

    /** The document's {@code _id}. */
    public String id() {
        return patientId + '|' + epochDay;
    }
}
