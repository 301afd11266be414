package health.cloudcare.benchmarks.replicas;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** The consumers of the readings topic as the broker sees them. */
final class Group implements AutoCloseable {
    private static final String ID = "wearables-ingest";
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration INTERVAL = Duration.ofMillis(50);

    private final Admin admin;
    private final int partitions;

    /** @param partitions of the topic */
    Group(String bootstrap, int partitions) {
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap));
        this.partitions = partitions;
    }

    /** Returns once so many members hold all partitions, as evenly as can be. */
    void awaitMembers(int members) throws IOException, InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        List<Integer> shares = shares();
        while (!evenly(shares, members)) {
            if (System.nanoTime() > end) {
                throw new IOException(
                        "the partitions are held " + shares + ", not by " + members + " consumers evenly");
            }
            LockSupport.parkNanos(INTERVAL.toNanos());
            shares = shares();
        }
    }

    private boolean evenly(List<Integer> shares, int members) {
        return shares.size() == members
                && shares.stream().mapToInt(Integer::intValue).sum() == partitions
                && shares.stream()
                        .allMatch(share ->
                                share == partitions / members || share == (partitions + members - 1) / members);
    }

    private List<Integer> shares() throws IOException, InterruptedException {
        try {
            return admin.describeConsumerGroups(List.of(ID)).all().get().values().stream()
                    .flatMap(group -> group.members().stream())
                    .map(member -> member.assignment().topicPartitions().size())
                    .toList();
        } catch (ExecutionException e) {
            throw new IOException("the group cannot be described", e.getCause());
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
