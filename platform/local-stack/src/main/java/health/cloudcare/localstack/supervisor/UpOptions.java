package health.cloudcare.localstack.supervisor;

import java.util.List;

/**
 * What {@code ./cloudcare up} was asked for.
 *
 * @param fresh data of earlier runs is deleted first; secrets and class-data archives stay
 */
public record UpOptions(int portBase, List<SuiteService> services, boolean fresh) {
    public static final int DEFAULT_PORT_BASE = 8000;

    public UpOptions {
        services = List.copyOf(services);
    }

    /** @param only names of services separated by commas; blank means all */
    public static UpOptions of(int portBase, String only, boolean fresh) {
        return new UpOptions(portBase, SuitePlan.selection(only), fresh);
    }
}
