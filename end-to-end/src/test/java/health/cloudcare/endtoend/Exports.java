package health.cloudcare.endtoend;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

import health.cloudcare.testkit.appleexport.AppleExportGenerator;
import health.cloudcare.testkit.appleexport.ExportProfile;

/** Small exports, sound and broken. */
final class Exports {

    /** One good reading, to be kept whatever comes after it. */
    static final String GOOD_RECORD = """
            <Record type="HKQuantityTypeIdentifierHeartRate" sourceName="Watch" unit="count/min" \
            creationDate="2026-03-01 10:00:00 +0530" startDate="2026-03-01 10:00:00 +0530" \
            endDate="2026-03-01 10:00:00 +0530" value="71"/>
            """;

    private Exports() {}

    static String document(String doctype, String content) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + doctype + "<HealthData locale=\"en_IN\">\n" + content
                + "</HealthData>\n";
    }

    /** Three days; about 3,000 readings. */
    static String generated(boolean withBadRecords) {
        ExportProfile.Builder profile = ExportProfile.thirtyDays()
                .days(3)
                .firstDay(LocalDate.of(2026, 3, 1))
                .withoutTravel();
        ByteArrayOutputStream xml = new ByteArrayOutputStream();
        try {
            new AppleExportGenerator((withBadRecords ? profile.withBadRecords() : profile).build()).writeXml(xml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return xml.toString(StandardCharsets.UTF_8);
    }

    static String truncated() {
        String whole = generated(false);
        return whole.substring(0, whole.length() / 2);
    }

    /** Ten to the ninth laughs. */
    static String billionLaughs() {
        StringBuilder doctype = new StringBuilder("<!DOCTYPE HealthData [\n<!ENTITY lol0 \"lol\">\n");
        for (int i = 1; i <= 9; i++) {
            doctype.append("<!ENTITY lol").append(i).append(" \"");
            doctype.append(("&lol" + (i - 1) + ";").repeat(10)).append("\">\n");
        }
        return document(doctype.append("]>\n").toString(), GOOD_RECORD + GOOD_RECORD.replace("\"71\"", "\"&lol9;\""));
    }

    static String externalEntity() {
        return document(
                "<!DOCTYPE HealthData [<!ENTITY stolen SYSTEM \"file:///etc/passwd\">]>\n",
                GOOD_RECORD + "<Me note=\"none\"/>&stolen;\n");
    }
}
