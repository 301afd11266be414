package health.cloudcare.localstack.backing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL refuses to run as root, which is who a container's shell is. */
final class Unprivileged {
    private static final String NOBODY = "65534";

    private final List<String> prefix;

    private Unprivileged(List<String> prefix) {
        this.prefix = prefix;
    }

    /** The way this user may start PostgreSQL on the given directory, which is created for it. */
    static Unprivileged over(Path directory) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        if (!Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))) {
            return new Unprivileged(List.of());
        }
        if (succeeds("unshare", "-U", "true")) {
            // a user namespace: still the same user for the kernel, nobody for PostgreSQL
            return new Unprivileged(List.of("unshare", "-U"));
        }
        if (!succeeds("chown", "-R", NOBODY + ":" + NOBODY, directory.toString())) {
            throw new IOException(
                    "PostgreSQL cannot run as root here; run as another user, or set CLOUDCARE_POSTGRES_URL");
        }
        return new Unprivileged(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
    }

    List<String> command(List<String> command) {
        var all = new ArrayList<>(prefix);
        all.addAll(command);
        return Children.inOwnSession(all);
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // not installed
        }
    }
}
