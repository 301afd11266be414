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

import health.cloudcare.patient.consent.ConsentState.Approved;
import health.cloudcare.patient.consent.ConsentState.Denied;
import health.cloudcare.patient.consent.ConsentState.Expired;
import health.cloudcare.patient.consent.ConsentState.Pending;
import health.cloudcare.patient.consent.ConsentState.Revoked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class ConsentStateTest {

    private static final List<ConsentState> STATES = List.of(
            new Pending(),
            new Approved(),
            new Denied(),
            new Revoked(),
            new Expired(ConsentStatus.PENDING),
            new Expired(ConsentStatus.APPROVED));

    private enum Step {
        APPROVE(ConsentState::approve),
        DENY(ConsentState::deny),
        REVOKE(ConsentState::revoke),
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
    private static final Map<List<Object>, ConsentState> LEGAL = Map.of(
            List.of(new Pending(), Step.APPROVE), new Approved(),
            List.of(new Pending(), Step.DENY), new Denied(),
            List.of(new Approved(), Step.REVOKE), new Revoked(),
            List.of(new Denied(), Step.DELETE), new Denied(),
            List.of(new Expired(ConsentStatus.PENDING), Step.DELETE), new Expired(ConsentStatus.PENDING),
            List.of(new Expired(ConsentStatus.APPROVED), Step.DELETE), new Expired(ConsentStatus.APPROVED));

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
        assertThat(Arrays.stream(ConsentStatus.values()).map(status -> ConsentState.of(status, true)))
                .containsExactly(
                        new Expired(ConsentStatus.PENDING),
                        new Expired(ConsentStatus.APPROVED),
                        new Denied(),
                        new Revoked());
        assertThat(Arrays.stream(ConsentStatus.values()).map(status -> ConsentState.of(status, false)))
                .containsExactly(new Pending(), new Approved(), new Denied(), new Revoked());
    }
}
