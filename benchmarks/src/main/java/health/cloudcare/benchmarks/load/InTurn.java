package health.cloudcare.benchmarks.load;

import java.util.List;
import java.util.function.Supplier;

/** One request after the other, and then the first again; for one thread. */
public final class InTurn implements Supplier<byte[]> {
    private final List<byte[]> requests;
    private int next;

    public InTurn(List<byte[]> requests) {
        this.requests = List.copyOf(requests);
    }

    @Override
    public byte[] get() {
        byte[] request = requests.get(next);
        next = (next + 1) % requests.size();
        return request;
    }
}
