package health.cloudcare.localstack.supervisor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Finds the ports somebody else uses before anything is started. */
final class PortCheck {
    private PortCheck() {}

    /** One sentence per port in use, naming what it is wanted for. */
    static List<String> conflicts(List<ManagedProcess> processes) {
        var conflicts = new ArrayList<String>();
        for (ManagedProcess process : processes) {
            for (int port : process.ports()) {
                if (!isFree(port)) {
                    conflicts.add("Port " + port + " (" + process.purpose() + ") is in use by another program.");
                }
            }
        }
        return conflicts;
    }

    static String advice(int portBase) {
        int other = portBase < 50_000 ? portBase + 10_000 : 8000;
        return "Stop that program, or move all ports: ./cloudcare up --port-base " + other
                + " (or set CLOUDCARE_PORT_BASE).";
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
