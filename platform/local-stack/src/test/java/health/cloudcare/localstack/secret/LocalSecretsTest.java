package health.cloudcare.localstack.secret;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LocalSecretsTest {
    @TempDir
    Path directory;

    @Test
    void generatesEachSecretOncePerInstallation() {
        var first = LocalSecrets.in(directory.resolve("one"));
        var again = LocalSecrets.in(directory.resolve("one"));
        var other = LocalSecrets.in(directory.resolve("two"));

        String password = first.postgresPassword();

        assertThat(again.postgresPassword()).isEqualTo(password);
        assertThat(other.postgresPassword()).isNotEqualTo(password);
    }

    @Test
    void marksTextsAsLocalAndKeepsThirtyTwoBytesForAadhaar() {
        String key = LocalSecrets.in(directory).aadhaarEncryptionKey();

        assertThat(key).startsWith("local:");
        assertThat(Base64.getDecoder().decode(key.substring("local:".length()))).hasSize(32);
    }

    @Test
    void writesASigningKeyThatCarriesTheMarkBeforeThePem() throws Exception {
        String pem = Files.readString(LocalSecrets.in(directory).signingKeyFile());

        assertThat(pem).startsWith("CloudCare local secret\n-----BEGIN PRIVATE KEY-----");
        String body = pem.lines().skip(2).filter(line -> !line.startsWith("-")).reduce("", String::concat);
        var key = KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
        assertThat(key.getAlgorithm()).isEqualTo("RSA");
    }

    @Test
    void keepsThePairThatSignsRecordsTogether() throws Exception {
        String signing = LocalSecrets.in(directory).recordSigningKey();
        String verification = LocalSecrets.in(directory).recordVerificationKey();

        assertThat(signing).startsWith("local:");
        var keys = KeyFactory.getInstance("Ed25519");
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(keys.generatePrivate(
                new PKCS8EncodedKeySpec(Base64.getDecoder().decode(signing.substring("local:".length())))));
        signature.update((byte) 1);
        byte[] signed = signature.sign();
        signature.initVerify(
                keys.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(verification))));
        signature.update((byte) 1);
        assertThat(signature.verify(signed)).isTrue();
    }

    @Test
    void keepsSecretsReadableForTheOwnerOnly() throws Exception {
        Path secrets = directory.resolve("secrets");
        LocalSecrets.in(secrets).s3SecretKey();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets.resolve("s3-secret-key"))))
                .isEqualTo("rw-------");
    }
}
