package health.cloudcare.servicekit.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.ibm.icu.text.Transliterator;

/**
 * Names as they sound, so that a name is found in whatever script and spelling it is typed: Devanagari, Tamil and the others become
 * Latin letters (ICU, by ISO 15919 for Indic scripts), accents go, and what is only spelt differently becomes the same. Two names
 * that fold alike need not be the same; the same name folds alike always. The modules that use it bring ICU4J.
 */
public final class NameFolding {

    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^a-z0-9]+");

    /** The inherent vowel, which Indic scripts write at the end of a word and people do not: Rahul is Rahula there. */
    private static final Pattern INHERENT_VOWEL = Pattern.compile("(?<=[a-z0-9]{2}[^aeiou])a$");

    private static final String[][] SPELLINGS = {
        {"ee", "i"},
        {"oo", "u"},
        {"ou", "au"},
        {"w", "v"},
        {"y", "i"},
        {"z", "j"},
        {"q", "k"},
        {"x", "ks"},
        {"ph", "p"},
        {"th", "t"},
        {"dh", "d"},
        {"bh", "b"},
        {"kh", "k"},
        {"gh", "g"},
        {"jh", "j"},
        {"sh", "s"},
        {"ch", "c"},
        {"ck", "k"}
    };

    private static final Pattern TWICE = Pattern.compile("(.)\\1+");

    private NameFolding() {}

    /** Lower-case Latin letters, digits, and single spaces between words; empty when nothing of the kind is left. */
    public static String fold(String name) {
        return Arrays.stream(NEITHER_LETTER_NOR_DIGIT.split(latin(name).toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .map(NameFolding::sound)
                .collect(Collectors.joining(" "));
    }

    private static String latin(String name) {
        boolean plain = name.chars().allMatch(letter -> letter < 0x80);
        return plain ? name : Latin.LETTERS.transliterate(name);
    }

    private static String sound(String word) {
        String sound = word;
        for (String[] spelling : SPELLINGS) {
            sound = sound.replace(spelling[0], spelling[1]);
        }
        return INHERENT_VOWEL.matcher(TWICE.matcher(sound).replaceAll("$1")).replaceAll("");
    }

    /** Made when the first name needs it. */
    private static final class Latin {
        static final Transliterator LETTERS =
                Transliterator.getInstance("Any-Latin; NFD; [:Nonspacing Mark:] Remove; NFC; Latin-ASCII");
    }
}
