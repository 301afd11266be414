package health.cloudcare.wearables.reading;

import java.util.Comparator;

/**
 * What measured or recorded a reading. Two sources are the same when device and name are the same: a device whose
 * software was updated, or whose kind was learnt later, is still the same source.
 *
 * @param deviceId the registered device the upload came through, or empty for an export file
 * @param name as the person knows it, white space normalised
 */
public record Source(String deviceId, String name, SourceKind kind) {

    /** Most believed first. Total, so that every replica attributes alike. */
    public static final Comparator<Source> BY_PRIORITY =
            Comparator.comparing(Source::kind).thenComparing(Source::name).thenComparing(Source::deviceId);

    /** Whether both name the same source, whatever kind each was taken for. */
    public boolean sameAs(Source other) {
        return deviceId.equals(other.deviceId) && name.equals(other.name);
    }
}
