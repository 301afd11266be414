package health.cloudcare.auth.password;

import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.password4j.Argon2Function;
import com.password4j.BcryptFunction;
import com.password4j.Password;
import com.password4j.types.Argon2;
import com.password4j.types.Bcrypt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordHashingTest {

    private static final String PASSWORD = "correct horse battery";
    private static final String LONG = "कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह".repeat(3);

    private final PasswordHashing hashing = new PasswordHashing(1, 10);

    @AfterEach
    void stop() {
        hashing.stop();
    }

    @Test
    void knowsItsOwnHashesAndFindsThemGoodEnough() {
        String hash = hashing.hash(PASSWORD).await().indefinitely();

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").isNotEqualTo(hash(PASSWORD));
        assertThat(check(PASSWORD, hash)).isEqualTo(new Verdict(true, false));
        assertThat(check(PASSWORD + " ", hash)).isEqualTo(new Verdict(false, false));
    }

    @ParameterizedTest
    @EnumSource(names = {"A", "B", "Y"})
    void acceptsBcryptAndAsksForAnUpgrade(Bcrypt variant) {
        String hash = Password.hash(PASSWORD)
                .with(BcryptFunction.getInstance(variant, 5))
                .getResult();

        assertThat(check(PASSWORD, hash)).isEqualTo(new Verdict(true, true));
        assertThat(check("another password", hash)).isEqualTo(new Verdict(false, false));
    }

    @Test
    void acceptsHashesOfOtherBcrypts() {
        // a test vector of crypt_blowfish, and what its descendant libxcrypt made of the others
        Map<String, String> hashes = Map.of(
                "$2a$05$CCCCCCCCCCCCCCCCCCCCC.VGOzA784oUp/Z0DY336zx7pLYAy0lwK", "U*U*",
                "$2y$07$BCryptRequires22Chrcte/VlQH0piJtjXl.0t1XkA8pw9dMXTpOq", "rasmuslerdorf",
                "$2b$05$abcdefghijklmnopqrstuuLutxDyXydbmKTtxrAziZ80VZ9d/TkM6", "पासवर्ड मेरा",
                "$2b$05$abcdefghijklmnopqrstuujf8SX2ahXLwp9w/B.Y5XdysS6yR576q", "x".repeat(72) + "and more");

        hashes.forEach(
                (hash, password) -> assertThat(check(password, hash)).as(hash).isEqualTo(new Verdict(true, true)));
    }

    @Test
    void asksForAnUpgradeOfWeakerArgon2() {
        Argon2Function weaker = Argon2Function.getInstance(1024, 1, 1, 32, Argon2.ID);
        Argon2Function otherKind = Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.I);
        Argon2Function stronger = Argon2Function.getInstance(20 * 1024, 3, 1, 32, Argon2.ID);

        assertThat(check(PASSWORD, Password.hash(PASSWORD).with(weaker).getResult()))
                .isEqualTo(new Verdict(true, true));
        assertThat(check(PASSWORD, Password.hash(PASSWORD).with(otherKind).getResult()))
                .isEqualTo(new Verdict(true, true));
        assertThat(check(PASSWORD, Password.hash(PASSWORD).with(stronger).getResult()))
                .isEqualTo(new Verdict(true, false));
    }

    @Test
    void readsAllOfALongPassword() {
        String hash = hash(LONG);

        assertThat(check(LONG, hash).matches()).isTrue();
        assertThat(check(LONG.substring(0, LONG.length() - 1), hash).matches()).isFalse();
    }

    @Test
    void bcryptStopsReadingAfter72Bytes() {
        String hash = Password.hash("x".repeat(72))
                .with(BcryptFunction.getInstance(Bcrypt.B, 4))
                .getResult();

        assertThat(check("x".repeat(72) + "anything", hash)).isEqualTo(new Verdict(true, true));
        assertThat(check("x".repeat(71), hash).matches()).isFalse();
    }

    @Test
    void refusesWhatIsNoHash() {
        for (String text :
                new String[] {"", "plain", "$2b$05$short", "$argon2id$v=19$m=1,t=1", "$argon2id$", "$1$a$b"}) {
            assertThat(check(text, text)).as(text).isEqualTo(Verdict.WRONG);
        }
    }

    /** Generous, since others use this machine too: without the run for nobody it would be thousands of times faster. */
    @Test
    void takesAsLongForNobodyAsForSomebody() {
        String hash = hash(PASSWORD);
        check(PASSWORD, null);

        long somebody = nanosOf("another password", hash);
        long nobody = nanosOf("another password", null);

        assertThat(nobody).isBetween(somebody / 4, somebody * 4).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(2));
    }

    private long nanosOf(String password, String hash) {
        long start = System.nanoTime();
        for (int i = 0; i < 5; i++) {
            assertThat(check(password, hash).matches()).isFalse();
        }
        return (System.nanoTime() - start) / 5;
    }

    private String hash(String password) {
        return hashing.hash(password).await().indefinitely();
    }

    private Verdict check(String password, String hash) {
        return hashing.check(password, hash).await().indefinitely();
    }
}
