package health.cloudcare.wearables.reading;

import org.jspecify.annotations.Nullable;

/**
 * A measurement as an upload words it, nothing checked. It may hold anything, so it is never logged.
 *
 * @param type in any spelling of the vocabulary
 * @param value a number in text form, or for categories (sleep, stand hours) possibly the category's text
 * @param category the category where the upload tells it beside the value
 * @param sourceName what measured, as the person knows it
 * @param hardware further words on what measured: HealthKit's device text, a model, a registered device's type
 * @param deviceId the registered device the upload came through, or empty
 * @param recordId the source's own id of the record that this is a part of, where it has one
 */
public record RawRecord(
        @Nullable String type,
        @Nullable String value,
        @Nullable String category,
        @Nullable String unit,
        @Nullable String start,
        @Nullable String end,
        @Nullable String sourceName,
        @Nullable String hardware,
        String deviceId,
        @Nullable String recordId) {

    /** Of a source that numbers nothing. */
    public RawRecord(
            @Nullable String type,
            @Nullable String value,
            @Nullable String category,
            @Nullable String unit,
            @Nullable String start,
            @Nullable String end,
            @Nullable String sourceName,
            @Nullable String hardware,
            String deviceId) {
        this(type, value, category, unit, start, end, sourceName, hardware, deviceId, null);
    }

    /** The same as a part of that record. */
    public RawRecord ofRecord(@Nullable String id) {
        return new RawRecord(type, value, category, unit, start, end, sourceName, hardware, deviceId, id);
    }

    @Override
    public String toString() {
        return "RawRecord[]";
    }
}
