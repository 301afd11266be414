package health.cloudcare.testkit.oracle;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What sort of device a source is, best believed first. The table of words stands here and nowhere else in the oracle;
 * the product has its own copy.
 */
public enum SourceKind {
    WATCH,
    BAND,
    RING,
    PHONE,
    OTHER_DEVICE,
    UNSPECIFIED;

    private record Row(SourceKind kind, Pattern words) {}

    /** The first row with a word in the source's name or device text decides. */
    private static final List<Row> TABLE = List.of(
            new Row(RING, Pattern.compile("\\b(ring|oura)\\b")),
            new Row(BAND, Pattern.compile("\\b(band|whoop)\\b")),
            new Row(WATCH, Pattern.compile("^connect\\b|watch|garmin|fitbit|suunto|amazfit|\\bpolar\\b")),
            new Row(PHONE, Pattern.compile("phone|\\b(ipad|ipod)\\b")));

    static SourceKind of(String sourceName, String deviceText) {
        String text = (sourceName + " " + deviceText).toLowerCase(Locale.ROOT);
        for (Row row : TABLE) {
            if (row.words.matcher(text).find()) {
                return row.kind;
            }
        }
        return deviceText.isBlank() ? UNSPECIFIED : OTHER_DEVICE;
    }
}
