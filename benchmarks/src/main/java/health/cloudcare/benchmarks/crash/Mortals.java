package health.cloudcare.benchmarks.crash;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Random;

import health.cloudcare.benchmarks.stack.Backing;
import health.cloudcare.benchmarks.stack.Launch;
import health.cloudcare.benchmarks.stack.Project;
import health.cloudcare.benchmarks.stack.ServiceProcess;
import health.cloudcare.benchmarks.stack.TokenIssuer;
import health.cloudcare.benchmarks.stack.WorkFolder;

/** The consumer, the broker and the database: each is killed by {@code kill -9} and started again on what it left. */
final class Mortals implements AutoCloseable {
    /** Offsets of the broker, its controller and the database lie within. */
    private static final int PORTS = 60;

    private final Project project;
    private final WorkFolder folder;
    private final Launch launch;
    private Backing kafka;
    private Backing mongo;
    private ServiceProcess consumer;

    private Mortals(
            Project project, WorkFolder folder, Launch launch, Backing kafka, Backing mongo, ServiceProcess consumer) {
        this.project = project;
        this.folder = folder;
        this.launch = launch;
        this.kafka = kafka;
        this.mongo = mongo;
        this.consumer = consumer;
    }

    /** Which one is killed. */
    enum Kind {
        CONSUMER,
        BROKER,
        DATABASE
    }

    static Mortals start(Project project, WorkFolder folder, TokenIssuer issuer, Random random)
            throws IOException, InterruptedException {
        int base = freePorts(random);
        Backing kafka = Backing.kafka(project, folder, base);
        Backing mongo = Backing.mongo(project, folder, "mongo", base);
        Launch launch = ServiceProcess.wearables(issuer, kafka, mongo);
        return new Mortals(project, folder, launch, kafka, mongo, ServiceProcess.start(project, folder, launch));
    }

    /** By the thread that started it all: the kernel ends children with the thread that they are of. */
    void kill(Kind kind) throws InterruptedException {
        switch (kind) {
            case CONSUMER -> consumer.kill();
            case BROKER -> kafka.kill();
            case DATABASE -> mongo.kill();
        }
    }

    /** Returns when it is there again. */
    void revive(Kind kind) throws IOException, InterruptedException {
        switch (kind) {
            case CONSUMER -> {
                consumer.close();
                consumer = ServiceProcess.start(project, folder, launch);
            }
            case BROKER -> kafka = kafka.again();
            case DATABASE -> mongo = mongo.again();
        }
    }

    Backing kafka() {
        return kafka;
    }

    Backing mongo() {
        return mongo;
    }

    ServiceProcess consumer() {
        return consumer;
    }

    private static int freePorts(Random random) throws IOException {
        for (int attempt = 0; attempt < 100; attempt++) {
            int base = 20_000 + random.nextInt(120) * 100;
            if (allFree(base)) {
                return base;
            }
        }
        throw new IOException("no " + PORTS + " free ports in a row");
    }

    private static boolean allFree(int base) {
        for (int port = base; port < base + PORTS; port++) {
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                socket.setReuseAddress(true);
            } catch (IOException taken) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        consumer.close();
        mongo.close();
        kafka.close();
    }
}
