package health.cloudcare.localstack.supervisor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import health.cloudcare.localstack.backing.Backing;

/** The one table at the end of {@code up}. */
record Summary(
        SuiteState state,
        Duration timeToReady,
        SuiteEnvironment environment,
        List<SuiteService> services,
        List<DemoAccounts.Account> demoAccounts) {

    String text() {
        var rows = new ArrayList<String>();
        if (services.contains(SuiteService.GATEWAY)) {
            String gateway = SuiteService.GATEWAY.url(state.portBase());
            row(rows, "API (gateway)", gateway);
            row(rows, "API documentation", gateway + "/docs");
            row(rows, "sign-up and sign-in page", gateway + "/test");
            row(rows, "SMS and e-mail that were sent", gateway + "/outbox");
        }
        for (SuiteService service : services) {
            if (service != SuiteService.GATEWAY) {
                row(rows, service.module(), service.url(state.portBase()));
            }
        }
        for (Backing backing : Backing.values()) {
            boolean used = services.stream().anyMatch(service -> service.needs(backing));
            if (used) {
                boolean external = environment.external().contains(backing);
                row(rows, backing.title(), environment.address(backing) + (external ? "  (yours)" : ""));
            }
        }
        demoAccounts.forEach(account -> row(rows, account.who(), DemoAccounts.row(account)));
        if (services.contains(SuiteService.AUTH)) {
            SuiteEnvironment.Administrator administrator = environment.administrator();
            row(rows, "administrator", administrator.email() + " / " + administrator.password());
        }
        String ready = Console.seconds(timeToReady).strip();
        return "\nCloudCare is ready after " + ready + ", " + ResidentMemory.text(residentBytes()) + " resident.\n\n"
                + String.join("\n", rows)
                + "\n\nCtrl-C or ./cloudcare down stops it; ./cloudcare status shows each process.";
    }

    private long residentBytes() {
        // the supervisor's descendants are all there is
        return ResidentMemory.ofTree(state.supervisorPid());
    }

    private static void row(List<String> rows, String what, String where) {
        rows.add(String.format(Locale.ROOT, "  %-30s %s", what, where));
    }
}
