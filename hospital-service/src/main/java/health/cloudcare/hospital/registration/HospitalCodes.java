package health.cloudcare.hospital.registration;

import java.security.SecureRandom;

import jakarta.enterprise.context.ApplicationScoped;

/** Draws codes that nobody can guess from others. Whether one is free, the table decides. */
@ApplicationScoped
class HospitalCodes {

    private static final String PREFIX = "HC-";
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final int LENGTH = 6;

    private final SecureRandom random = new SecureRandom();

    String next() {
        StringBuilder code = new StringBuilder(PREFIX);
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }
}
