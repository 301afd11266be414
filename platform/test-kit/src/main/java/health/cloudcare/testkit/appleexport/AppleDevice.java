package health.cloudcare.testkit.appleexport;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Who writes into a person's Health app, with the texts by which an export names them. */
public enum AppleDevice {
    /** iOS puts a no-break space into the names of watches, in newer versions. */
    WATCH(
            "Asha’s Apple\u00a0Watch",
            "11.5",
            "name:Apple Watch, manufacturer:Apple Inc., model:Watch, hardware:Watch7,2"),
    PHONE("Asha’s iPhone", "18.5", "name:iPhone, manufacturer:Apple Inc., model:iPhone, hardware:iPhone15,4"),
    SCALE("VeSync", "26", null),
    /** A Garmin watch through its app: a total per day, written as a reading of no length. */
    GARMIN("Connect", "28", null),
    RING("Oura", "6.2", "name:Oura Ring, manufacturer:Oura, model:Gen3"),
    /** A cuff that writes blood pressure as a correlation of two readings. */
    CUFF("OMRON connect", "8.1", "name:HEM-7361T, manufacturer:OMRON, model:HEM-7361T");

    private final String sourceName;
    private final String version;
    private final Optional<String> description;

    AppleDevice(String sourceName, String version, @Nullable String description) {
        this.sourceName = sourceName;
        this.version = version;
        this.description = Optional.ofNullable(description);
    }

    /** The name on that day: older systems wrote the plain space, and some a space too many. */
    String sourceName(int day) {
        return switch (day % 5) {
            case 0 -> sourceName.replace('\u00a0', ' ');
            case 1 -> this == WATCH ? sourceName + " " : sourceName;
            default -> sourceName;
        };
    }

    String version() {
        return version;
    }

    /** The text of HealthKit's device, which holds a memory address that changes from run to run. */
    Optional<String> deviceText(long address) {
        return description.map(text -> "<<HKDevice: 0x%x>, %s, software:%s>".formatted(address, text, version));
    }
}
