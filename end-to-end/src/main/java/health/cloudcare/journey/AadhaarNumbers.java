package health.cloudcare.journey;

import java.util.random.RandomGenerator;

/** Invented Aadhaar numbers that pass the check digit; UIDAI issues none that begins with 0 or 1. */
final class AadhaarNumbers {

    /** Multiplication in the dihedral group D5 and the permutation of Verhoeff's scheme (1969). */
    private static final int[][] PRODUCT = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9},
        {1, 2, 3, 4, 0, 6, 7, 8, 9, 5},
        {2, 3, 4, 0, 1, 7, 8, 9, 5, 6},
        {3, 4, 0, 1, 2, 8, 9, 5, 6, 7},
        {4, 0, 1, 2, 3, 9, 5, 6, 7, 8},
        {5, 9, 8, 7, 6, 0, 4, 3, 2, 1},
        {6, 5, 9, 8, 7, 1, 0, 4, 3, 2},
        {7, 6, 5, 9, 8, 2, 1, 0, 4, 3},
        {8, 7, 6, 5, 9, 3, 2, 1, 0, 4},
        {9, 8, 7, 6, 5, 4, 3, 2, 1, 0}
    };

    private static final int[] PERMUTATION = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};
    private static final int[] INVERSE = {0, 4, 3, 2, 1, 5, 6, 7, 8, 9};

    private AadhaarNumbers() {}

    static String next(RandomGenerator random) {
        StringBuilder digits = new StringBuilder().append(random.nextInt(2, 10));
        while (digits.length() < 11) {
            digits.append(random.nextInt(10));
        }
        return digits.append(checkDigit(digits)).toString();
    }

    private static int checkDigit(CharSequence digits) {
        int product = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            for (int times = 0; times <= i; times++) {
                digit = PERMUTATION[digit];
            }
            product = PRODUCT[product][digit];
        }
        return INVERSE[product];
    }
}
