package health.cloudcare.hospital.admission;

import java.util.Map;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import org.eclipse.microprofile.config.ConfigProvider;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

/** Stands in for patient-service and doctor-service, which know nobody until a test says otherwise. */
public final class PatientServiceDouble implements QuarkusTestResourceLifecycleManager {

    private static final String URL = "cloudcare.patient.url";

    private final WireMockServer server = new WireMockServer(options().dynamicPort());

    @Override
    public Map<String, String> start() {
        server.start();
        return Map.of(URL, server.baseUrl(), "cloudcare.doctor.url", server.baseUrl());
    }

    @Override
    public void stop() {
        server.stop();
    }

    /** To say what it answers, and to see what it was asked. */
    static WireMock client() {
        String url = ConfigProvider.getConfig().getValue(URL, String.class);
        return new WireMock("localhost", Integer.parseInt(url.substring(url.lastIndexOf(':') + 1)));
    }
}
