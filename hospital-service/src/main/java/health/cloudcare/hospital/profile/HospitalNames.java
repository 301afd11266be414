package health.cloudcare.hospital.profile;

import java.text.Normalizer;
import java.util.Locale;

import health.cloudcare.servicekit.text.NameFolding;

/**
 * How hospitals are found by what people type: by any part of the name or code as it is written, and, in whatever script and
 * spelling, by how it sounds. Sounds alone would not do, as a part of a word need not sound like it does within the word.
 */
public final class HospitalNames {

    private HospitalNames() {}

    /** On lines of their own, so that nothing is found that begins in one and ends in the next. */
    static String searchText(String name, String code) {
        return String.join("\n", written(name), written(code), NameFolding.fold(name), NameFolding.fold(code));
    }

    /** A pattern for {@code LIKE … ESCAPE '!'} that finds a text anywhere; what people type is taken literally. */
    public static String anywhere(String typed) {
        String literal = written(typed).replace("!", "!!").replace("%", "!%").replace("_", "!_");
        return '%' + literal + '%';
    }

    /** The same for what sounds like it; nothing but signs sounds like nothing else, and is only found as it is written. */
    public static String soundingLike(String typed) {
        String sound = NameFolding.fold(typed);
        return sound.isEmpty() ? anywhere(typed) : '%' + sound + '%';
    }

    private static String written(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("\\s+", " ");
    }
}
