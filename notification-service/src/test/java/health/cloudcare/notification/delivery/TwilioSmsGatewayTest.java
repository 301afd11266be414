package health.cloudcare.notification.delivery;

import java.time.Duration;
import java.util.UUID;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.BasicCredentials;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.vertx.core.Vertx;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

@TestInstance(Lifecycle.PER_CLASS)
class TwilioSmsGatewayTest {

    private static final String MESSAGES = "/2010-04-01/Accounts/AC0001/Messages.json";
    private static final Sms SMS = new Sms(UUID.randomUUID(), "+919000000001", "123456 is your code & more");
    private static final String CREATED = "{\"sid\":\"SM1\",\"status\":\"queued\",\"error_code\":null}";

    private final Vertx vertx = Vertx.vertx();
    private final WireMockServer twilio = startedTwilio();
    private final TestTwilioSettings settings = TestTwilioSettings.at(twilio.baseUrl());

    @BeforeEach
    void reset() {
        twilio.resetAll();
    }

    @AfterAll
    void close() {
        twilio.stop();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void sendsWhatTwilioDocuments() {
        twilio.stubFor(message().willReturn(answer(201, CREATED)));

        send(settings);

        twilio.verify(
                1,
                postRequestedFor(urlEqualTo(MESSAGES))
                        .withBasicAuth(new BasicCredentials("AC0001", "token"))
                        .withHeader("Content-Type", equalTo("application/x-www-form-urlencoded"))
                        .withRequestBody(
                                equalTo("To=%2B919000000001&Body=123456+is+your+code+%26+more" + "&From=%2B15005550006")
                                        .or(equalTo("To=%2B919000000001&Body=123456%20is%20your%20code%20%26%20more"
                                                + "&From=%2B15005550006"))));
    }

    @Test
    void leavesTheSenderToAMessagingService() {
        twilio.stubFor(message().willReturn(answer(201, CREATED)));

        send(settings.withMessagingService("MG1"));

        assertThat(twilio.getAllServeEvents().getFirst().getRequest().getBodyAsString())
                .contains("MessagingServiceSid=MG1")
                .doesNotContain("From=");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void triesAgainWhenTwilioIsBusy(int status) {
        twilio.stubFor(message()
                .inScenario("busy")
                .whenScenarioStateIs(STARTED)
                .willReturn(answer(status, "{\"code\":20429,\"status\":" + status + "}")
                        .withHeader("Retry-After", "0"))
                .willSetStateTo("idle"));
        twilio.stubFor(message().inScenario("busy").whenScenarioStateIs("idle").willReturn(answer(201, CREATED)));

        send(settings);

        assertThat(twilio.getAllServeEvents()).hasSize(2);
    }

    @Test
    void givesUpAfterFourTries() {
        twilio.stubFor(message().willReturn(aResponse().withStatus(503).withBody("<html>")));

        assertUnavailable(settings);

        assertThat(twilio.getAllServeEvents()).hasSize(4);
    }

    @Test
    void handsOnALongRetryAfterAtOnce() {
        twilio.stubFor(message()
                .willReturn(answer(429, "{\"code\":20429,\"status\":429}").withHeader("Retry-After", "60")));

        assertUnavailable(settings).extracting(DeliveryException::retryAfter).isEqualTo(Duration.ofSeconds(60));

        assertThat(twilio.getAllServeEvents()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {21211, 21610, 21614})
    void tellsAWrongNumberFromATroubleOfOurs(int code) {
        twilio.stubFor(message()
                .willReturn(answer(
                        400,
                        "{\"code\":" + code + ",\"message\":\"The 'To' number +919000000001 is …\",\"status\":400}")));

        assertThat(failure(settings)).isInstanceOfSatisfying(DeliveryException.class, failure -> {
            assertThat(failure.isUndeliverable()).isTrue();
            assertThat(failure).hasMessage("undeliverable").hasNoCause();
        });
        assertThat(twilio.getAllServeEvents()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"401,20003", "400,21606", "400,21608", "404,20404", "301,0"})
    void countsEverythingElseAsOurTroubleAndDoesNotRepeatIt(int status, int code) {
        twilio.stubFor(message().willReturn(answer(status, "{\"code\":" + code + ",\"status\":" + status + "}")));

        assertUnavailable(settings);

        assertThat(twilio.getAllServeEvents()).hasSize(1);
    }

    @Test
    void doesNotRepeatWhatTimedOutAsItMayBeOnItsWay() {
        twilio.stubFor(message().willReturn(answer(201, CREATED).withFixedDelay(2000)));

        assertUnavailable(settings);

        assertThat(twilio.getAllServeEvents()).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void losesPatienceBetweenTries() {
        twilio.stubFor(message().willReturn(answer(503, "{}").withHeader("Retry-After", "2")));

        assertUnavailable(settings.withPatience(Duration.ofMillis(300)));

        assertThat(twilio.getAllServeEvents()).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void survivesBrokenAndRefusedConnections() {
        twilio.stubFor(message().willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

        assertUnavailable(settings);
        assertUnavailable(TestTwilioSettings.at("http://localhost:1"));
    }

    private void send(TwilioSettings chosen) {
        new TwilioSmsGateway(vertx, chosen).send(SMS).await().atMost(Duration.ofSeconds(10));
    }

    private Throwable failure(TwilioSettings chosen) {
        return catchThrowable(() -> send(chosen));
    }

    private ObjectAssert<DeliveryException> assertUnavailable(TwilioSettings chosen) {
        ObjectAssert<DeliveryException> failure =
                assertThat(failure(chosen)).asInstanceOf(InstanceOfAssertFactories.type(DeliveryException.class));
        failure.extracting(DeliveryException::isUndeliverable).isEqualTo(false);
        return failure;
    }

    private static MappingBuilder message() {
        return post(urlEqualTo(MESSAGES));
    }

    private static ResponseDefinitionBuilder answer(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }

    private static WireMockServer startedTwilio() {
        WireMockServer server = new WireMockServer(options().dynamicPort());
        server.start();
        return server;
    }
}
