package health.cloudcare.benchmarks.authenticated;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** Stands in for the services behind the gateway: whatever is asked, the answer is the same and costs next to nothing. */
final class FixedAnswers implements AutoCloseable {
    private static final byte[] ANSWER = answer();
    private static final byte[] END_OF_REQUEST = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket server;

    private FixedAnswers(ServerSocket server) {
        this.server = server;
    }

    static FixedAnswers start() throws IOException {
        var answers = new FixedAnswers(new ServerSocket(0, 512, InetAddress.getLoopbackAddress()));
        daemon(answers::accept);
        return answers;
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                daemon(() -> serve(socket));
            }
        } catch (SocketException e) {
            // closed: nobody asks any more
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Requests without bodies, one at a time. */
    private static void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = socket.getInputStream();
            OutputStream out = socket.getOutputStream();
            byte[] buffer = new byte[16 * 1024];
            int matched = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == END_OF_REQUEST[matched]) {
                        matched++;
                    } else {
                        matched = buffer[i] == '\r' ? 1 : 0;
                    }
                    if (matched == END_OF_REQUEST.length) {
                        out.write(ANSWER);
                        matched = 0;
                    }
                }
            }
        } catch (IOException e) {
            // the gateway has ended
        }
    }

    private static byte[] answer() {
        String body = "[" + "{\"name\":\"As long as the list of the demo hospitals\"},".repeat(15) + "{}]";
        return ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                        + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "fixed-answers");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
