package health.cloudcare.doctor.profile;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import health.cloudcare.servicekit.text.NameFolding;

/** By what names doctors are found. Whoever changes a doctor keeps it in the same transaction. */
@ApplicationScoped
public class NameIndex {

    /** Nobody is looked for by more of a name. */
    private static final int MOST_WORDS = 8;

    /** One or a few before a name, as people type and register them: "Prof. (Dr.)", "डॉ.", "ডাঃ". */
    private static final Pattern TITLES = Pattern.compile(
            "^\\s*(?:(?:dr|doctor|prof|professor|डॉ|डा|डॉक्टर|डाक्टर|प्रो|ডা|ডক্টর|ডাক্তার|டாக்டர்|டா|డా|డాక్టర్|ಡಾ|ಡಾಕ್ಟರ್|ഡോ|ડૉ|ડો|ਡਾ|ଡା)"
                    + "[\\s\\p{Punct}\\p{P}\u0903\u0983]+){1,4}(?=[\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final String FORGET = "DELETE FROM doctor_name_key WHERE doctor_id = ?1 RETURNING doctor_id";

    private static final String ADD_KEY = """
            INSERT INTO doctor_name_key (key, doctor_id) VALUES (?1, ?2) ON CONFLICT DO NOTHING RETURNING true
            """;

    private static final String ADD_WORD = """
            INSERT INTO doctor_name_word (word) VALUES (?1) ON CONFLICT DO NOTHING RETURNING true
            """;

    /** A name as it sounds, without titles in front of it. */
    public static String searchName(String name) {
        return NameFolding.fold(TITLES.matcher(name).replaceFirst(""));
    }

    /**
     * What a doctor stands under: the words of the name in turn from each on ("asha rao", "rao asha"), likewise of the name as it is
     * shown, since few who look for a doctor know of a middle name.
     */
    static Set<String> keys(String fullName, String shownName) {
        return Stream.of(fullName, shownName)
                .map(NameIndex::words)
                .flatMap(NameIndex::turned)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<String> turned(List<String> words) {
        return IntStream.range(0, words.size()).mapToObj(first -> IntStream.range(0, words.size())
                .mapToObj(next -> words.get((first + next) % words.size()))
                .collect(Collectors.joining(" ")));
    }

    static List<String> words(String searchName) {
        return searchName.isEmpty()
                ? List.of()
                : Arrays.stream(searchName.split(" ")).limit(MOST_WORDS).toList();
    }

    /** In step with the doctor as it is now. */
    public Uni<Void> keep(Doctor doctor) {
        UUID id = doctor.id();
        String name = doctor.isFindable() ? searchName(doctor.person().full()) : "";
        String shown = doctor.isFindable() ? searchName(doctor.person().shown()) : "";
        doctor.foundAs(name);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FORGET, UUID.class)
                        .setParameter(1, id)
                        .getResultList())
                .chain(() -> each(keys(name, shown), key -> addKey(key, id)))
                // in one order, as the backfill does: two who add the same new words would wait for each other forever
                .chain(() -> each(new TreeSet<>(words(name)), NameIndex::addWord));
    }

    private static Uni<Void> each(Set<String> texts, Function<String, Uni<?>> step) {
        return Multi.createFrom()
                .iterable(texts)
                .onItem()
                .transformToUniAndConcatenate(text -> step.apply(text).replaceWith(true))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<?> addKey(String key, UUID doctorId) {
        return Panache.getSession().chain(session -> session.createNativeQuery(ADD_KEY, Boolean.class)
                .setParameter(1, key)
                .setParameter(2, doctorId)
                .getResultList());
    }

    private static Uni<?> addWord(String word) {
        return Panache.getSession().chain(session -> session.createNativeQuery(ADD_WORD, Boolean.class)
                .setParameter(1, word)
                .getResultList());
    }
}
