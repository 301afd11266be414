package health.cloudcare.hospital.registration;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import health.cloudcare.hospital.NewHospital;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;

import static health.cloudcare.hospital.NewHospital.aHospital;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class HospitalCodesTest {

    @Test
    void drawsAnotherCodeAsLongAsTheOneItDrewIsTaken() {
        String taken = aHospital().registeredCode();
        String free = new HospitalCodes().next();
        QuarkusMock.installMockForType(new Loaded(taken, taken, taken, free), HospitalCodes.class);
        NewHospital hospital = aHospital();

        assertThat(hospital.registeredCode()).isEqualTo(free);
        assertThat(hospital.registeredCode()).isEqualTo(free);
    }

    @Test
    void givesUpAfterAHundredTakenCodes() {
        AtomicInteger drawn = new AtomicInteger();
        String taken = aHospital().registeredCode();
        QuarkusMock.installMockForType(
                new HospitalCodes() {
                    @Override
                    String next() {
                        drawn.incrementAndGet();
                        return taken;
                    }
                },
                HospitalCodes.class);

        aHospital().register().then().spec(problem(503, "UNAVAILABLE"));

        assertThat(drawn).hasValue(100);
    }

    /** Draws the codes it was given, in this order. */
    private static final class Loaded extends HospitalCodes {

        private final Queue<String> codes;

        Loaded(String... codes) {
            this.codes = new ArrayDeque<>(List.of(codes));
        }

        @Override
        String next() {
            return codes.remove();
        }
    }
}
