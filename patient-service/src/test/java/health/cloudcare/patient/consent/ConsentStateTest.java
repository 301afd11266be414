package health.cloudcare.patient.consent;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import health.cloudcare.patient.consent.ConsentState.Admitted;
import health.cloudcare.patient.consent.ConsentState.Approved;
import health.cloudcare.patient.consent.ConsentState.Denied;
import health.cloudcare.patient.consent.ConsentState.Expired;
import health.cloudcare.patient.consent.ConsentState.Pending;
import health.cloudcare.patient.consent.ConsentState.Revoked;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class ConsentStateTest {

    private static final List<ConsentState> STATES = List.of(
            new Pending(false),
            new Pending(true),
            new Approved(),
            new Admitted(),
            new Denied(),
            new Revoked(),
            new Expired(new Pending(true)),
            new Expired(new Approved()),
            new Expired(new Admitted()));

    private enum Step {
        APPROVE(ConsentState::approve),
        DENY(ConsentState::deny),
        REVOKE(ConsentState::revoke),
        DISCHARGE(ConsentState::discharge),
        DELETE(state -> {
            state.requireDeletable();
            return state;
        });

        private final UnaryOperator<ConsentState> taken;

        Step(UnaryOperator<ConsentState> taken) {
            this.taken = taken;
        }
    }

    /** All there are; whatever is not here is illegal. */
    private static final Map<List<Object>, ConsentState> LEGAL = Map.ofEntries(
            entry(List.of(new Pending(false), Step.APPROVE), new Approved()),
            entry(List.of(new Pending(true), Step.APPROVE), new Admitted()),
            entry(List.of(new Pending(false), Step.DENY), new Denied()),
            entry(List.of(new Pending(true), Step.DENY), new Denied()),
            entry(List.of(new Approved(), Step.REVOKE), new Revoked()),
            entry(List.of(new Admitted(), Step.DISCHARGE), new Expired(new Admitted())),
            entry(List.of(new Expired(new Admitted()), Step.REVOKE), new Revoked()),
            entry(List.of(new Denied(), Step.DELETE), new Denied()),
            entry(List.of(new Expired(new Pending(true)), Step.DELETE), new Expired(new Pending(true))),
            entry(List.of(new Expired(new Approved()), Step.DELETE), new Expired(new Approved())),
            entry(List.of(new Expired(new Admitted()), Step.DELETE), new Expired(new Admitted())));

    static Stream<Arguments> everyStepFromEveryState() {
        return STATES.stream().flatMap(state -> Arrays.stream(Step.values()).map(step -> arguments(state, step)));
    }

    @ParameterizedTest
    @MethodSource("everyStepFromEveryState")
    void takesTheLegalStepsAndNoOther(ConsentState from, Step step) {
        ConsentState expected = LEGAL.get(List.of(from, step));

        if (expected == null) {
            assertThatThrownBy(() -> step.taken.apply(from))
                    .isInstanceOf(IllegalTransitionException.class)
                    .hasMessageContaining(from.label());
        } else {
            assertThat(step.taken.apply(from)).isEqualTo(expected);
        }
    }

    @Test
    void timeEndsWhatIsPendingOrApprovedAndNothingElse() {
        assertThat(Arrays.stream(ConsentStatus.values()).map(status -> ConsentState.of(status, false, true)))
                .containsExactly(
                        new Expired(new Pending(false)), new Expired(new Approved()), new Denied(), new Revoked());
        assertThat(Arrays.stream(ConsentStatus.values()).map(status -> ConsentState.of(status, false, false)))
                .containsExactly(new Pending(false), new Approved(), new Denied(), new Revoked());
        assertThat(ConsentState.of(ConsentStatus.APPROVED, true, false)).isEqualTo(new Admitted());
    }

    @Test
    void onlyWhatHasAWayToRevokedSaysThatItIsRevocable() {
        assertThat(STATES).allSatisfy(state -> assertThat(state.isRevocable())
                .isEqualTo(LEGAL.containsKey(List.of(state, Step.REVOKE))));
    }
}
