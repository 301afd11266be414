package health.cloudcare.wearables.reading;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Reads the instants of uploads: ISO-8601 ({@code 2025-11-19T05:50:01.236Z}, {@code …+05:30}) and the form of Apple's
 * export ({@code 2021-02-06 12:18:38 +0100}). By hand, because an export holds millions and java.time's formatter would
 * take most of the time of an import. A time without an offset is malformed: nobody knows when it was.
 */
final class InstantText {

    /** Offsets in force anywhere, with room: Baker Island is -12, Kiribati +14. */
    private static final int MAX_OFFSET_HOURS = 18;

    private final String text;
    private int at;

    private InstantText(String text) {
        this.text = text;
    }

    /** @throws DateTimeException when the text is no instant */
    static long epochMillis(String text) {
        return new InstantText(text.strip()).read();
    }

    private long read() {
        int year = digits(4);
        expect('-');
        int month = digits(2);
        expect('-');
        int day = digits(2);
        if (!accept('T') && !accept('t')) {
            expect(' ');
        }
        int hour = digits(2);
        expect(':');
        int minute = digits(2);
        expect(':');
        int second = digits(2);
        int millis = accept('.') || accept(',') ? fraction() : 0;
        int offset = offsetMinutes();
        if (at != text.length() || hour > 23 || minute > 59 || second > 60) {
            throw malformed();
        }
        long days = LocalDate.of(year, month, day).toEpochDay();
        // a leap second counts as the last second of its minute
        return ((days * 24 + hour) * 60 + minute - offset) * 60_000 + Math.min(second, 59) * 1000L + millis;
    }

    private int fraction() {
        int millis = 0;
        int read = 0;
        for (; at < text.length() && Character.digit(text.charAt(at), 10) >= 0; at++, read++) {
            if (read < 3) {
                millis = millis * 10 + Character.digit(text.charAt(at), 10);
            }
        }
        if (read == 0) {
            throw malformed();
        }
        for (; read < 3; read++) {
            millis *= 10;
        }
        return millis;
    }

    private int offsetMinutes() {
        accept(' ');
        if (accept('Z') || accept('z')) {
            return 0;
        }
        boolean west = accept('-');
        if (!west) {
            expect('+');
        }
        int hours = digits(2);
        accept(':');
        int minutes = at < text.length() ? digits(2) : 0;
        if (hours > MAX_OFFSET_HOURS || minutes > 59) {
            throw malformed();
        }
        return (west ? -1 : 1) * (hours * 60 + minutes);
    }

    private int digits(int count) {
        if (at + count > text.length()) {
            throw malformed();
        }
        int number = 0;
        for (int end = at + count; at < end; at++) {
            char c = text.charAt(at);
            if (c < '0' || c > '9') {
                throw malformed();
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }

    private boolean accept(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c) {
        if (!accept(c)) {
            throw malformed();
        }
    }

    private static DateTimeException malformed() {
        return new DateTimeException("not an instant");
    }
}
