package health.cloudcare.notification.outbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The newest messages of a local installation, in memory only. Outside local mode it takes nothing. */
@ApplicationScoped
public class LocalOutbox {

    static final int CAPACITY = 200;

    private final boolean open;
    private final Deque<OutboxMessage> newestFirst = new ArrayDeque<>();

    LocalOutbox(@ConfigProperty(name = "cloudcare.mode") String mode) {
        this.open = mode.equals("local");
    }

    public boolean isOpen() {
        return open;
    }

    public synchronized void add(OutboxMessage message) {
        if (!open) {
            return;
        }
        newestFirst.addFirst(message);
        if (newestFirst.size() > CAPACITY) {
            newestFirst.removeLast();
        }
    }

    synchronized List<OutboxMessage> newest() {
        return List.copyOf(newestFirst);
    }

    List<OutboxMessage> newestTo(String address) {
        return newest().stream()
                .filter(message -> message.to().equalsIgnoreCase(address))
                .toList();
    }
}
