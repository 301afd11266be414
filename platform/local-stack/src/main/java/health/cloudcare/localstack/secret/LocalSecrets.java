package health.cloudcare.localstack.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;

/**
 * The secrets of one local installation, one file each in a directory only its owner can read. Every value carries the
 * marker by which production mode refuses it.
 */
public final class LocalSecrets {
    /**
     * Starts every text secret. In a password it is simply its first characters (drivers take passwords as they are);
     * where bytes are meant, whoever decodes them strips it.
     */
    public static final String MARKER = "local:";

    private static final String PEM_MARKER = "CloudCare local secret";
    private static final int RSA_BITS = 2048;
    private static final Base64.Encoder URL_SAFE = Base64.getUrlEncoder().withoutPadding();

    private final Path directory;
    private final SecureRandom random = new SecureRandom();

    private LocalSecrets(Path directory) {
        this.directory = directory;
    }

    public static LocalSecrets in(Path directory) {
        try {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep secrets in " + directory, e);
        }
        return new LocalSecrets(directory);
    }

    public String postgresPassword() {
        return text("postgres-password", 18, URL_SAFE);
    }

    /** An identifier and no secret: without the marker, whose colon would end it in signed requests of some tools. */
    public String s3AccessKey() {
        return text("s3-access-key", 12, URL_SAFE).substring(MARKER.length());
    }

    public String s3SecretKey() {
        return text("s3-secret-key", 24, URL_SAFE);
    }

    /** Base64 of 32 bytes behind the marker. */
    public String authMasterKey() {
        return text("auth-master-key", 32, Base64.getEncoder());
    }

    /** Of the first administrator; typed by people, so without the marker. */
    public String adminPassword() {
        return text("admin-password", 12, URL_SAFE).substring(MARKER.length());
    }

    /** Base64 of 32 bytes behind the marker. */
    public String aadhaarUidKey() {
        return text("aadhaar-uid-key", 32, Base64.getEncoder());
    }

    /** Base64 of 32 bytes behind the marker. */
    public String aadhaarEncryptionKey() {
        return text("aadhaar-encryption-key", 32, Base64.getEncoder());
    }

    /** The Ed25519 key that signs records, in base64 of PKCS#8 behind the marker. */
    public String recordSigningKey() {
        return recordKeyPair().get(0);
    }

    /** The public half of {@link #recordSigningKey()}, in base64 of X.509; no secret, so without the marker. */
    public String recordVerificationKey() {
        return recordKeyPair().get(1);
    }

    /** In one file, so that the halves belong together whoever made them. */
    private List<String> recordKeyPair() {
        return once("record-signing-key", LocalSecrets::ed25519Pair).lines().toList();
    }

    /** Of the account people try the suite with; typed by people, so without the marker. */
    public String demoPassword() {
        return text("demo-password", 9, URL_SAFE).substring(MARKER.length());
    }

    /** The PKCS#8 PEM file of the RS256 key that signs access tokens. */
    public Path signingKeyFile() {
        once("signing-key.pem", LocalSecrets::rsaKey);
        return directory.resolve("signing-key.pem");
    }

    private String text(String name, int bytes, Base64.Encoder encoder) {
        return once(name, () -> {
                    var value = new byte[bytes];
                    random.nextBytes(value);
                    return MARKER + encoder.encodeToString(value) + "\n";
                })
                .strip();
    }

    /** Written beside and moved into place, so that two processes starting together agree on one value. */
    private String once(String name, Supplier<String> generate) {
        Path file = directory.resolve(name);
        try {
            if (!Files.exists(file)) {
                Path fresh = Files.createTempFile(
                        directory,
                        name,
                        ".new",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(fresh, generate.get());
                if (Files.exists(file)) {
                    Files.delete(fresh);
                } else {
                    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
                }
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the secret " + name + " in " + directory, e);
        }
    }

    private static String ed25519Pair() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            return MARKER + base64.encodeToString(pair.getPrivate().getEncoded()) + "\n"
                    + base64.encodeToString(pair.getPublic().getEncoded()) + "\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK has no Ed25519", e);
        }
    }

    private static String rsaKey() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(RSA_BITS);
            byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
            return PEM_MARKER + "\n-----BEGIN PRIVATE KEY-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)
                    + "\n-----END PRIVATE KEY-----\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK has no RSA", e);
        }
    }
}
