package health.cloudcare.localstack.supervisor;

import java.util.List;
import java.util.Optional;

import health.cloudcare.localstack.backing.Backing;
import health.cloudcare.localstack.backing.BackingSettings;
import health.cloudcare.localstack.backing.ChildBacking;

/** PostgreSQL or Redis: native programs, children of the supervisor itself. */
final class NativeBacking implements ManagedProcess {
    private final Backing backing;
    private final int port;
    private final ChildBacking child;

    NativeBacking(Backing backing, BackingSettings settings) {
        this.backing = backing;
        this.port = settings.ports().of(backing);
        this.child = settings.createChild(backing);
    }

    @Override
    public String name() {
        return backing.id();
    }

    @Override
    public String purpose() {
        return backing.title();
    }

    @Override
    public List<Integer> ports() {
        return List.of(port);
    }

    @Override
    public String url() {
        return backing.address(port);
    }

    @Override
    public void start() throws Exception {
        child.start();
    }

    @Override
    public Optional<Process> process() {
        return child.process();
    }

    @Override
    public void stop() throws Exception {
        child.stop();
    }
}
