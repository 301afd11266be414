package health.cloudcare.wearables.chunk;

/**
 * Names what is stored of one patient's UTC day: a document of hour chunks, and one of rollups.
 *
 * @param epochDay days since the epoch
 */
public record DayKey(String patientId, long epochDay) {

    /** The key whose document has that {@code _id}. */
    public static DayKey ofId(String id) {
        int bar = id.indexOf('|');
        return new DayKey(id.substring(0, bar), Long.parseLong(id.substring(bar + 1)));
    }

    /** The document's {@code _id}. */
    public String id() {
        return patientId + '|' + epochDay;
    }
}
