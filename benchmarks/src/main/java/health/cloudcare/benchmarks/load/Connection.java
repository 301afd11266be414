package health.cloudcare.benchmarks.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** One connection that is kept; one request at a time. */
public final class Connection implements AutoCloseable {
    private static final int UNAVAILABLE = 503;
    private static final Duration BEFORE_REPETITION = Duration.ofMillis(100);

    private final SocketChannel channel;
    private final IncomingAnswer answer = new IncomingAnswer();

    private Connection(SocketChannel channel) {
        this.channel = channel;
    }

    /** To a port of this machine. */
    public static Connection open(int port) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        return new Connection(channel);
    }

    /** Waits for the answer and returns its body; any status of 400 and more is a failure. */
    public String exchange(byte[] request) throws IOException {
        exchangeAny(request);
        requireSuccess();
        return answer.body();
    }

    /** Asks again, for a while, when the answer is that there can be none at the moment (503). */
    public String exchange(byte[] request, Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        while (exchangeAny(request) == UNAVAILABLE && System.nanoTime() < end) {
            LockSupport.parkNanos(BEFORE_REPETITION.toNanos());
        }
        requireSuccess();
        return answer.body();
    }

    /** Waits for the answer and returns its status. */
    public int exchangeAny(byte[] request) throws IOException {
        send(request);
        while (!receive()) {
            // the rest is on its way
        }
        return answer.status();
    }

    void send(byte[] request) throws IOException {
        answer.clear();
        ByteBuffer bytes = ByteBuffer.wrap(request);
        while (bytes.hasRemaining()) {
            channel.write(bytes); // a request is much smaller than a socket's buffer
        }
    }

    /** Takes what there is; true once the answer is complete. */
    boolean receive() throws IOException {
        return answer.readFrom(channel);
    }

    void requireSuccess() throws IOException {
        if (answer.status() >= 400) {
            throw new IOException("answered " + answer.status() + ": " + answer.body());
        }
    }

    /** The one that came last. */
    IncomingAnswer answer() {
        return answer;
    }

    SocketChannel channel() {
        return channel;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
