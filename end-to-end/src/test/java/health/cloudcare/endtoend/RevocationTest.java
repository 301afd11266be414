package health.cloudcare.endtoend;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import health.cloudcare.endtoend.suite.Suite;
import health.cloudcare.endtoend.suite.WithSuite;
import health.cloudcare.journey.Gateway;
import health.cloudcare.journey.NewPatient;

import static org.assertj.core.api.Assertions.assertThat;

@WithSuite
@Order(4)
class RevocationTest {

    private static final int SESSIONS = 20;

    private final Gateway gateway;

    RevocationTest(Suite suite) {
        gateway = suite.gateway();
    }

    @Test
    void aLoggedOutSessionIsRefusedWithinASecondAndTheOthersAreNot() {
        NewPatient person = NewPatient.invent();
        SignedIn staying = SignedIn.signedUp(gateway, person);
        List<SignedIn> leaving = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i++) {
            leaving.add(SignedIn.loggedIn(gateway, person));
        }

        for (SignedIn session : leaving) {
            session.get(Revocation.OTHERS_ROUTE).expect(200);
            session.post("/auth/logout", Map.of()).expect(200);
            Revocation.awaitRefusal(gateway, session.token());
            assertThat(staying.get(Revocation.OTHERS_ROUTE).status()).isEqualTo(200);
        }
    }
}
