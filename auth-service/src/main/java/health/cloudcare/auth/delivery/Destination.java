package health.cloudcare.auth.delivery;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import health.cloudcare.auth.account.Account;
import health.cloudcare.auth.account.IdentifierKind;

/** Where a message goes: a telephone number in E.164, or an e-mail address. */
public record Destination(Channel channel, String address) {

    public static Destination phone(String number) {
        return new Destination(Channel.SMS, IdentifierKind.PHONE.key(number));
    }

    public static Destination email(String address) {
        return new Destination(Channel.EMAIL, address.strip());
    }

    /** Where its owner is told about an account: by e-mail if there is an address, by SMS otherwise. */
    static Optional<Destination> of(Account account) {
        @Nullable String email = account.value(IdentifierKind.EMAIL);
        if (email != null) {
            return Optional.of(email(email));
        }
        return Optional.ofNullable(account.value(IdentifierKind.PHONE)).map(Destination::phone);
    }

    /** However it is written, the same destination has the same key. */
    public String key() {
        return switch (channel) {
            case SMS -> IdentifierKind.PHONE.key(address);
            case EMAIL -> IdentifierKind.EMAIL.key(address);
        };
    }

    @Override
    public String toString() {
        return channel + " ***";
    }
}
