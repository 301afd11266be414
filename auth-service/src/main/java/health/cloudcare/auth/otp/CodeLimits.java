package health.cloudcare.auth.otp;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import health.cloudcare.auth.delivery.Channel;
import health.cloudcare.auth.delivery.Destination;
import health.cloudcare.auth.device.ClientDevice;
import health.cloudcare.auth.throttle.Limit;
import health.cloudcare.auth.throttle.Scope;
import health.cloudcare.auth.throttle.Throttle;

/**
 * How often codes are asked for and guessed: per address of the client, and per telephone number or e-mail address whether or
 * not anybody is known there. Beside it every code has its own tries, and its own pause before the next.
 */
@ApplicationScoped
public class CodeLimits {

    private final Throttle throttle;
    private final ClientDevice device;

    CodeLimits(Throttle throttle, ClientDevice device) {
        this.throttle = throttle;
        this.device = device;
    }

    /** Somebody asks for a code to be sent there. */
    public Uni<Void> beforeCode(Destination destination) {
        Scope scope = destination.channel() == Channel.SMS ? Scope.PHONE_CODE : Scope.EMAIL_CODE;
        return admit(List.of(new Limit(scope, destination.key())));
    }

    /** A code is about to be compared that says itself whose it is. */
    public Uni<Void> beforeGuess() {
        return admit(List.of());
    }

    /** A code is about to be compared that was sent there, as somebody says. */
    public Uni<Void> beforeGuess(Destination destination) {
        Scope scope = destination.channel() == Channel.SMS ? Scope.PHONE : Scope.EMAIL;
        return admit(List.of(new Limit(scope, destination.key())));
    }

    private Uni<Void> admit(List<Limit> limits) {
        List<Limit> all = new ArrayList<>(limits);
        String address = device.address();
        if (address != null) {
            all.add(Limit.ofAddress(address));
        }
        return throttle.admit(all);
    }
}
