package health.cloudcare.localstack.backing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** PostgreSQL refuses to run as root, which is who a container's shell is. */
final class Unprivileged {
    private static final int ROOT = 0;
    private static final int NOBODY = 65534;

    private final List<String> prefix;

    private Unprivileged(List<String> prefix) {
        this.prefix = prefix;
    }

    /** The way this user may start PostgreSQL on the given directory, which is created for it. */
    static Unprivileged over(Path directory) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        if (!isRoot()) {
            return new Unprivileged(List.of());
        }
        // a user namespace: still the same user for the kernel, nobody for PostgreSQL
        List<String> namespace = List.of("unshare", "-U");
        if (succeeds(namespace)) {
            giveTo(ROOT, directory);
            return new Unprivileged(namespace);
        }
        // most containers allow no namespaces: another user, who may still enter root's directories
        List<String> otherUser = List.of(
                "setpriv",
                "--reuid=" + NOBODY,
                "--regid=" + NOBODY,
                "--clear-groups",
                "--inh-caps=+dac_override",
                "--ambient-caps=+dac_override");
        if (succeeds(otherUser)) {
            giveTo(NOBODY, directory);
            return new Unprivileged(otherUser);
        }
        throw new IOException("PostgreSQL cannot run as root here; run as another user, or set CLOUDCARE_POSTGRES_URL");
    }

    static boolean isRoot() throws IOException {
        return owner(Path.of("/proc/self")) == ROOT;
    }

    List<String> command(List<String> command) {
        var all = new ArrayList<>(prefix);
        all.addAll(command);
        return Children.inOwnSession(all);
    }

    private static boolean succeeds(List<String> prefix) throws IOException, InterruptedException {
        return run(Stream.concat(prefix.stream(), Stream.of("true")).toList());
    }

    private static void giveTo(int user, Path directory) throws IOException, InterruptedException {
        if (owner(directory) != user && !run(List.of("chown", "-R", user + ":" + user, directory.toString()))) {
            throw new IOException("Cannot give " + directory + " to user " + user);
        }
    }

    private static int owner(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid");
    }

    private static boolean run(List<String> command) throws InterruptedException {
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
