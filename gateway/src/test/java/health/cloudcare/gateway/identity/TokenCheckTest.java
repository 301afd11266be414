package health.cloudcare.gateway.identity;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;

import jakarta.inject.Inject;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import health.cloudcare.gateway.FakeServices;
import health.cloudcare.gateway.revocation.Revocations;
import health.cloudcare.servicekit.token.TokenKeys;
import health.cloudcare.servicekit.token.TokenVerification;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.token.TestToken;
import health.cloudcare.testkit.token.Tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
@WithBackingServices(BackingService.REDIS)
class TokenCheckTest {

    @Inject
    TokenVerification verification;

    @Inject
    TokenKeys keys;

    @Inject
    Revocations revocations;

    @Test
    void tellsWhoseTokenItIs() {
        UUID account = UUID.randomUUID();
        String token = Tokens.patient(account, UUID.randomUUID());

        assertThat(accountOf(token, keys)).isEqualTo(account.toString());
    }

    @Test
    void isUnavailableWhileNoKeyIsKnown() {
        HttpProblem refused = refusal(Tokens.patient(UUID.randomUUID()), Map::of);

        assertThat(refused.getStatusCode()).isEqualTo(503);
        assertThat(refused.getHeaders()).containsKey("Retry-After");
    }

    @Test
    void refusesWhatIsNoTokenOfPersonsSession() {
        TestToken good = Tokens.patientToken(UUID.randomUUID());
        TestToken withoutSession = new TestToken(
                good.accountId(),
                good.group(),
                good.issuer(),
                good.audience(),
                good.lifetime(),
                Map.of("token_use", "access"));

        assertThat(refusal(withoutSession.sign(), keys).getStatusCode()).isEqualTo(401);
        assertThat(refusal(good.claim("sid", "../accounts").sign(), keys).getStatusCode())
                .isEqualTo(401);
        assertThat(refusal(good.claim("token_use", "refresh").sign(), keys).getStatusCode())
                .isEqualTo(401);
        assertThat(refusal(Tokens.service(), keys).getStatusCode()).isEqualTo(401);
    }

    private String accountOf(String token, TokenKeys known) {
        return new TokenCheck(verification, known, revocations)
                .accountOf("Bearer " + token)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private HttpProblem refusal(String token, TokenKeys known) {
        return (HttpProblem) catchThrowableOfType(CompletionException.class, () -> accountOf(token, known))
                .getCause();
    }
}
