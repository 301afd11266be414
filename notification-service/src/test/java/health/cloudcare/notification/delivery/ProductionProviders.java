package health.cloudcare.notification.delivery;

import java.util.Map;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

/** Production mode, with a Twilio that answers by the number and a mail server that answers by the domain. */
public final class ProductionProviders implements QuarkusTestResourceLifecycleManager {

    static final String GOOD = "+919731946001";
    static final String WRONG = "+919731946002";
    static final String BAD_TOKEN = "+919731946003";
    static final String DOWN = "+919731946004";
    static final String LIMITED = "+919731946005";
    static final String SLOW = "+919731946006";
    static final String BROKEN = "+919731946007";

    private final WireMockServer twilio = new WireMockServer(options().dynamicPort());
    private final ScriptedMailServer mail = new ScriptedMailServer();

    @Override
    public int order() {
        return 1; // after the environment of a local installation
    }

    @Override
    public Map<String, String> start() {
        twilio.start();
        answer(GOOD, aResponse().withStatus(201).withBody("{\"sid\":\"SM1\",\"to\":\"" + GOOD + "\"}"));
        answer(WRONG, error(400, 21211, WRONG));
        answer(BAD_TOKEN, error(401, 20003, BAD_TOKEN));
        answer(DOWN, error(503, 20503, DOWN));
        answer(LIMITED, error(429, 20429, LIMITED).withHeader("Retry-After", "60"));
        answer(SLOW, aResponse().withStatus(201).withFixedDelay(2000));
        answer(BROKEN, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        return Map.of(
                "cloudcare.mode", "production",
                "cloudcare.twilio.url", twilio.baseUrl(),
                "cloudcare.twilio.account-sid", "AC0001",
                "cloudcare.twilio.auth-token", "token",
                "cloudcare.twilio.from", "+15005550006",
                "cloudcare.twilio.timeout", "300MS",
                "cloudcare.mail.patience", "1S",
                "cloudcare.smtp.url", mail.url());
    }

    @Override
    public void stop() {
        twilio.stop();
        mail.close();
    }

    private void answer(String number, ResponseDefinitionBuilder answer) {
        twilio.stubFor(post(urlEqualTo("/2010-04-01/Accounts/AC0001/Messages.json"))
                .withFormParam("To", equalTo(number))
                .willReturn(answer));
    }

    private static ResponseDefinitionBuilder error(int status, int code, String number) {
        return aResponse()
                .withStatus(status)
                .withBody(
                        "{\"code\":%d,\"message\":\"The number %s …\",\"status\":%d}".formatted(code, number, status));
    }
}
