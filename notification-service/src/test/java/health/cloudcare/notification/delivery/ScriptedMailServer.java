package health.cloudcare.notification.delivery;

import java.util.concurrent.atomic.AtomicInteger;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;

/** An SMTP server that answers a recipient by the domain: {@code @refused.example}, {@code @policy.example}, … */
final class ScriptedMailServer implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile boolean mute;
    private final NetServer server =
            join(vertx.createNetServer().connectHandler(this::serve).listen(0, "localhost"));

    /** Takes connections and does not even greet, as a server that is overloaded. */
    void mute(boolean on) {
        mute = on;
    }

    String url() {
        return "smtp://localhost:" + server.actualPort();
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void close() {
        join(vertx.close());
    }

    private void serve(NetSocket socket) {
        connections.incrementAndGet();
        if (mute) {
            return;
        }
        boolean[] data = {false};
        say(socket, "220 scripted ESMTP");
        socket.handler(RecordParser.newDelimited("\r\n", line -> {
            String command = line.toString();
            if (data[0]) {
                data[0] = !command.equals(".");
                if (!data[0]) {
                    say(socket, "250 2.0.0 taken");
                }
                return;
            }
            data[0] = command.equals("DATA");
            answer(socket, command);
        }));
    }

    private static void answer(NetSocket socket, String command) {
        if (command.startsWith("EHLO")) {
            say(socket, "250-scripted\r\n250 ENHANCEDSTATUSCODES");
        } else if (command.startsWith("RCPT TO:")) {
            recipient(socket, command.substring("RCPT TO:".length()));
        } else if (command.equals("DATA")) {
            say(socket, "354 go on");
        } else if (command.equals("QUIT")) {
            say(socket, "221 2.0.0 bye");
            socket.close();
        } else {
            say(socket, "250 2.0.0 fine");
        }
    }

    private static void recipient(NetSocket socket, String address) {
        switch (address.substring(address.indexOf('@') + 1, address.length() - 1)) {
            case "refused.example" -> say(socket, "550 5.1.1 " + address + " unknown here");
            case "policy.example" -> say(socket, "554 5.7.1 " + address + " relay access denied");
            case "busy.example" -> say(socket, "451 4.3.0 " + address + " try later");
            case "hangup.example" -> socket.close();
            case "silent.example" -> {
                // says nothing more
            }
            default -> say(socket, "250 2.1.5 fine");
        }
    }

    private static void say(NetSocket socket, String line) {
        socket.write(line + "\r\n");
    }

    private static <T> T join(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
