package health.cloudcare.localstack.supervisor;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import health.cloudcare.localstack.backing.Backing;

/** The eight services with their place behind the base port, their heap and what they cannot start without. */
public enum SuiteService {
    GATEWAY("gateway", 0, 160, Backing.REDIS, Backing.KAFKA),
    AUTH("auth-service", 1, 256, Backing.POSTGRES, Backing.KAFKA, Backing.REDIS),
    PATIENT("patient-service", 2, 128, Backing.POSTGRES, Backing.KAFKA),
    DOCTOR("doctor-service", 3, 128, Backing.POSTGRES, Backing.KAFKA),
    HOSPITAL("hospital-service", 4, 128, Backing.POSTGRES, Backing.KAFKA),
    WEARABLES("wearables-service", 5, 384, Backing.MONGO, Backing.KAFKA),
    DOCUMENT("document-service", 6, 128, Backing.POSTGRES, Backing.KAFKA, Backing.S3),
    NOTIFICATION("notification-service", 7, 128, Backing.MONGO, Backing.KAFKA, Backing.SMTP);

    private final String module;
    private final int offset;
    private final int heapMegabytes;
    private final Set<Backing> needs;

    SuiteService(String module, int offset, int heapMegabytes, Backing... needs) {
        this.module = module;
        this.offset = offset;
        this.heapMegabytes = heapMegabytes;
        this.needs = Set.of(needs);
    }

    /** The folder of its module, which is also its name everywhere. */
    public String module() {
        return module;
    }

    public int offset() {
        return offset;
    }

    int heapMegabytes() {
        return heapMegabytes;
    }

    /** Those on the path of every reading and every request, and where passwords are hashed, earn the optimising compiler. */
    boolean busy() {
        return this == GATEWAY || this == AUTH || this == WEARABLES;
    }

    boolean needs(Backing backing) {
        return needs.contains(backing);
    }

    /** The variable by which the others find it. */
    String variable() {
        return "CLOUDCARE_" + name() + "_URL";
    }

    String url(int portBase) {
        return "http://localhost:" + (portBase + offset);
    }

    /** Parses {@code wearables-service,auth-service}; the short names {@code wearables,auth} work as well. */
    static List<SuiteService> parse(String names) {
        return Arrays.stream(names.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(SuiteService::named)
                .distinct()
                .sorted()
                .toList();
    }

    private static SuiteService named(String name) {
        return Arrays.stream(values())
                .filter(service -> service.module.equals(name)
                        || service.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown service '" + name + "', known are "
                        + Arrays.stream(values()).map(SuiteService::module).collect(Collectors.joining(", "))));
    }
}
