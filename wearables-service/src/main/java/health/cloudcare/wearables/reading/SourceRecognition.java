package health.cloudcare.wearables.reading;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Tells from names what sort of device a source is. The first row that matches decides; the words are looked for in the
 * source's name and in the device text (HealthKit's {@code device}, the iOS app's {@code metadata.device}).
 *
 * <table>
 * <caption>kinds by words</caption>
 * <tr><td>ring</td><td>Oura, RingConn, Ultrahuman, "ring"</td></tr>
 * <tr><td>band</td><td>Whoop, Mi Band, "band"</td></tr>
 * <tr><td>watch</td><td>"watch", or an app that only ever speaks for a watch: Garmin (whose app is Connect), Fitbit, Polar,
 * Suunto, Coros, Wahoo, Amazfit and its Zepp</td></tr>
 * <tr><td>phone</td><td>"phone", iPad, iPod, Android's makes</td></tr>
 * <tr><td>other device</td><td>some device text at all</td></tr>
 * </table>
 *
 * Ring and band stand before watch so that a vendor of several (Galaxy Ring, Fitbit band) is taken at its word.
 */
final class SourceRecognition {

    private record Row(SourceKind kind, Pattern words) {}

    private static final List<Row> TABLE = List.of(
            new Row(SourceKind.RING, words("ring|oura|ringconn|ultrahuman")),
            new Row(SourceKind.BAND, words("band|whoop|miband|smartband")),
            new Row(
                    SourceKind.WATCH,
                    Pattern.compile("watch|garmin|fitbit|suunto|amazfit|\\b(connect|polar|coros|wahoo|zepp)\\b")),
            new Row(SourceKind.PHONE, Pattern.compile("phone|\\b(ipad|ipod|pixel|android|galaxy s\\d+)\\b")));

    /** Longer than any name that a person gives; the name is stored with every day that it measured on. */
    static final int LONGEST_NAME = 200;

    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Z}\\x{FEFF}\\x{200B}]+");

    private SourceRecognition() {}

    static Source source(String deviceId, @Nullable String name, @Nullable String hardware) {
        String cleanName = shortened(clean(name));
        return new Source(deviceId, cleanName, kind(cleanName, clean(hardware)));
    }

    /** Every run of white space, no-break spaces included, is one plain space; none at the ends. */
    private static String clean(@Nullable String text) {
        return text == null ? "" : WHITE_SPACE.matcher(text).replaceAll(" ").strip();
    }

    /** Not within a character that takes two. */
    private static String shortened(String name) {
        if (name.length() <= LONGEST_NAME) {
            return name;
        }
        boolean within = Character.isHighSurrogate(name.charAt(LONGEST_NAME - 1));
        return name.substring(0, within ? LONGEST_NAME - 1 : LONGEST_NAME).strip();
    }

    private static SourceKind kind(String name, String hardware) {
        String both = (name + " " + hardware).toLowerCase(Locale.ROOT).replace('_', ' ');
        for (Row row : TABLE) {
            if (row.words().matcher(both).find()) {
                return row.kind();
            }
        }
        return hardware.isEmpty() ? SourceKind.UNSPECIFIED : SourceKind.OTHER_DEVICE;
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile("\\b(" + alternatives + ")\\b");
    }
}
