package health.cloudcare.localstack.backing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's executables, unpacked once per machine and version from the archive on the class path. */
final class PostgresBinaries {
    private final Path directory;

    private PostgresBinaries(Path directory) {
        this.directory = directory;
    }

    static PostgresBinaries unpacked() throws IOException {
        String archive = "postgres-linux-" + architecture() + ".txz";
        try (InputStream resource = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
            if (resource == null) {
                throw new IOException("There is no embedded PostgreSQL for this system (" + archive
                        + "); set CLOUDCARE_POSTGRES_URL to a server of your own");
            }
            // the archive's size tells versions apart without reading it
            Path directory = cache().resolve("postgresql-" + architecture() + "-" + resource.available());
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(directory.getParent());
                Path fresh = Files.createTempDirectory(directory.getParent(), "unpacking");
                unpack(resource, fresh);
                adopt(fresh, directory);
            }
            return new PostgresBinaries(directory);
        }
    }

    String executable(String name) {
        return directory.resolve("bin").resolve(name).toString();
    }

    private static String architecture() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            case String other -> other;
        };
    }

    private static Path cache() throws IOException {
        if (Unprivileged.isRoot()) {
            return Path.of("/var/cache/cloudcare"); // the user who runs them may not look into root's home
        }
        String configured = System.getenv("XDG_CACHE_HOME");
        Path base = configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(configured);
        return base.resolve("cloudcare");
    }

    private static void unpack(InputStream archive, Path target) throws IOException {
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("An archive entry points outside: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, path);
                    boolean executable = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }

    /** Moves the unpacked files into place; when another process was faster, its copy is the one that counts. */
    private static void adopt(Path fresh, Path directory) throws IOException {
        try {
            Files.move(fresh, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(directory)) {
                throw e;
            }
            Directories.delete(fresh);
        }
    }
}
