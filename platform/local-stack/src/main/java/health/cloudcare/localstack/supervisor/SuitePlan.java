package health.cloudcare.localstack.supervisor;

import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import health.cloudcare.localstack.BackingServices;
import health.cloudcare.localstack.backing.Backing;
import health.cloudcare.localstack.backing.BackingSettings;
import health.cloudcare.localstack.backing.Ports;

/** Which processes to run and in which order. */
final class SuitePlan {
    private static final int BROKER_HEAP = 320;
    private static final int STORES_HEAP = 512;
    private static final List<Backing> STORES = List.of(Backing.MONGO, Backing.S3, Backing.SMTP);

    private final Installation installation;
    private final SuiteEnvironment environment;
    private final int portBase;
    private final List<SuiteService> services;
    private final JavaCommand java;

    SuitePlan(Installation installation, SuiteEnvironment environment, int portBase, List<SuiteService> services) {
        this.installation = installation;
        this.environment = environment;
        this.portBase = portBase;
        this.services = services;
        this.java = new JavaCommand(installation);
    }

    /** Services of the plan that nobody has built. */
    List<SuiteService> missing() {
        return services.stream()
                .filter(service -> !Files.exists(installation.jar(service)))
                .toList();
    }

    List<ManagedProcess> backings() {
        var settings = new BackingSettings(
                installation.data(), installation.logs(), new Ports.Base(portBase), installation.secrets(), false);
        var processes = new ArrayList<ManagedProcess>();
        for (Backing backing : List.of(Backing.POSTGRES, Backing.REDIS)) {
            if (embedded(backing)) {
                processes.add(new NativeBacking(backing, settings));
            }
        }
        if (embedded(Backing.KAFKA)) {
            processes.add(hosted("kafka", BROKER_HEAP, List.of(Backing.KAFKA)));
        }
        List<Backing> stores = STORES.stream().filter(this::embedded).toList();
        if (!stores.isEmpty()) {
            processes.add(hosted("stores", STORES_HEAP, stores));
        }
        return processes;
    }

    List<ManagedProcess> services() {
        return services.stream().map(this::process).toList();
    }

    private boolean embedded(Backing backing) {
        return !environment.external().contains(backing)
                && services.stream().anyMatch(service -> service.needs(backing));
    }

    private ManagedProcess hosted(String name, int heapMegabytes, List<Backing> backings) {
        List<Integer> ports = new ArrayList<>(
                backings.stream().map(backing -> portBase + backing.offset()).toList());
        if (backings.contains(Backing.KAFKA)) {
            ports.add(portBase + Backing.KAFKA_CONTROLLER_OFFSET);
        }
        String purpose = backings.stream().map(Backing::title).collect(Collectors.joining(", "));
        String url = backings.stream().map(environment::address).collect(Collectors.joining(" "));
        var arguments = List.of(
                "--services",
                backings.stream().map(Backing::id).collect(Collectors.joining(",")),
                "--data",
                installation.data().toString(),
                "--logs",
                installation.logs().toString(),
                "--secrets",
                installation.home().resolve("secrets").toString(),
                "--ports",
                Integer.toString(portBase));
        return new JavaProcess(
                new JavaProcess.Description(name, purpose, ports, url),
                new JavaProcess.Launch(
                        java.main(name, heapMegabytes, BackingServices.class.getName(), arguments),
                        Map.of("MALLOC_ARENA_MAX", "2"),
                        Set.of(),
                        installation.log(name),
                        new Readiness.Announced()));
    }

    private ManagedProcess process(SuiteService service) {
        String url = service.url(portBase);
        var ready = URI.create("http://127.0.0.1:" + (portBase + service.offset()) + "/q/health/ready");
        return new JavaProcess(
                new JavaProcess.Description(
                        service.module(), service.module(), List.of(portBase + service.offset()), url),
                new JavaProcess.Launch(
                        java.service(service),
                        environment.of(service),
                        environment.secretVariables(),
                        installation.log(service.module()),
                        new Readiness.Http(ready)));
    }

    /** Every service there is, or the ones named. */
    static List<SuiteService> selection(String only) {
        return only.isBlank() ? Arrays.asList(SuiteService.values()) : SuiteService.parse(only);
    }
}
