package health.cloudcare.benchmarks.login;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;

/**
 * The peer: a process that only verifies passwords, with the library and the parameters of auth-service. Told for how many
 * milliseconds, it answers how many hashes it made and how many nanoseconds that took.
 */
final class Hashing {
    private static final Argon2Function ARGON2ID = Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);
    private static final String PASSWORD = "Saffron kettle 42";

    private Hashing() {}

    /** @param arguments how many threads */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        int threads = Integer.parseInt(arguments[0]);
        String hash = Password.hash(PASSWORD).addRandomSalt(16).with(ARGON2ID).getResult();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                long start = System.nanoTime();
                long end = start + Long.parseLong(line) * 1_000_000;
                long hashes = all(pool, threads, hash, end);
                out.println(hashes + " " + (System.nanoTime() - start));
            }
        }
    }

    private static long all(ExecutorService pool, int threads, String hash, long end)
            throws InterruptedException, ExecutionException {
        List<Future<Long>> parts = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            parts.add(pool.submit(() -> one(hash, end)));
        }
        long hashes = 0;
        for (Future<Long> part : parts) {
            hashes += part.get();
        }
        return hashes;
    }

    private static long one(String hash, long end) {
        long hashes = 0;
        while (System.nanoTime() < end) {
            if (!Password.check(PASSWORD, hash).with(ARGON2ID)) {
                throw new IllegalStateException("the password does not match");
            }
            hashes++;
        }
        return hashes;
    }
}
