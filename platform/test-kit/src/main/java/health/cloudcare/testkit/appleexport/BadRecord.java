package health.cloudcare.testkit.appleexport;

/** Records that an import must refuse one by one. All come from the source {@link #SOURCE}, and nothing else does. */
public enum BadRecord {
    NOT_A_NUMBER("HeartRate", "count/min", "NaN", "2026-01-01 10:00:00", "2026-01-01 10:00:00"),
    UNKNOWN_UNIT("DistanceWalkingRunning", "furlong", "2", "2026-01-01 10:00:00", "2026-01-01 10:10:00"),
    WRONG_DIMENSION("StepCount", "kg", "200", "2026-01-01 10:00:00", "2026-01-01 10:10:00"),
    YEAR_1900("StepCount", "count", "100", "1900-01-01 10:00:00", "1900-01-01 10:10:00"),
    YEAR_2100("StepCount", "count", "100", "2100-01-01 10:00:00", "2100-01-01 10:10:00"),
    END_BEFORE_START("StepCount", "count", "100", "2026-01-01 10:10:00", "2026-01-01 10:00:00"),
    NEGATIVE("StepCount", "count", "-5", "2026-01-01 10:00:00", "2026-01-01 10:10:00");

    public static final String SOURCE = "Broken Sensor";

    private final String type;
    private final String unit;
    private final String value;
    private final String start;
    private final String end;

    BadRecord(String type, String unit, String value, String start, String end) {
        this.type = type;
        this.unit = unit;
        this.value = value;
        this.start = start;
        this.end = end;
    }

    void write(ExportXml xml, String offset) {
        xml.open("Record")
                .attribute("type", "HKQuantityTypeIdentifier" + type)
                .attribute("sourceName", SOURCE)
                .attribute("unit", unit)
                .attribute("creationDate", "2026-01-01 12:00:00 " + offset)
                .attribute("startDate", start + " " + offset)
                .attribute("endDate", end + " " + offset)
                .attribute("value", value)
                .close();
    }
}
