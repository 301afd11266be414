package health.cloudcare.testkit.realdata;

import java.nio.file.Path;

/** An export and what a separate script computed from it. */
public enum RealExport {
    /** Phone and Garmin watch, three years, 67,409 records; gzip. */
    IPHONE_AND_GARMIN("export-ios14-iphone-garmin.xml.gz", "expected-ios14-iphone-garmin.json"),
    /** Fragments of an Apple Watch's exports, 39 records and 11 workouts of the newer form. */
    WATCH_WORKOUTS("export-watch-workouts.xml", "expected-watch-workouts.json");

    private final String exportName;
    private final String expectedName;

    RealExport(String exportName, String expectedName) {
        this.exportName = exportName;
        this.expectedName = expectedName;
    }

    public Path path() {
        return RealExports.folder().resolve(exportName);
    }

    public ExpectedExport expected() {
        return ExpectedExport.read(RealExports.folder().resolve(expectedName));
    }
}
