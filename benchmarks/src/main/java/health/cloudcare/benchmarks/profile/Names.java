package health.cloudcare.benchmarks.profile;

import java.util.List;
import java.util.Random;

/** Names as people have them: some very common, most of them rare, a tenth of them in an Indic script. */
final class Names {
    private static final List<String> COMMON_FIRST = List.of(
            "Priya", "Rahul", "Anjali", "Amit", "Sunita", "Vikram", "Lakshmi", "Suresh", "Kavya", "Arjun", "Meera",
            "Rohan", "Fatima", "Imran", "Divya", "Sanjay", "Pooja", "Ravi", "Neha", "Karthik");
    private static final List<String> COMMON_LAST = List.of(
            "Sharma",
            "Patel",
            "Reddy",
            "Iyer",
            "Singh",
            "Khan",
            "Nair",
            "Gupta",
            "Rao",
            "Das",
            "Mukherjee",
            "Joshi",
            "Verma",
            "Pillai",
            "Shetty",
            "Banerjee",
            "Menon",
            "Kulkarni",
            "Chopra",
            "Thomas");
    private static final List<String> INDIC_FIRST =
            List.of("प्रिया", "राहुल", "अंजलि", "लक्ष्मी", "கவிதா", "அருண்", "రవి", "অমিত");
    private static final List<String> INDIC_LAST =
            List.of("शर्मा", "वर्मा", "गुप्ता", "पटेल", "குமார்", "ராமன்", "రెడ్డి", "সেন");
    private static final String[] SYLLABLES =
            ("ka ki ku ra ri ru ma mi mu na ni nu sha shi va vi ya ja ji ha la li ta ti da di pa pi ba bi ga gi sa si cha dha bha")
                    .split(" ");

    private final Random random;

    Names(long seed) {
        this.random = new Random(seed);
    }

    record Name(String first, String last) {
        String full() {
            return first + " " + last;
        }
    }

    Name next() {
        int kind = random.nextInt(10);
        if (kind == 0) {
            return new Name(one(INDIC_FIRST), one(INDIC_LAST));
        }
        return new Name(kind < 5 ? one(COMMON_FIRST) : rare(), kind < 4 ? one(COMMON_LAST) : rare());
    }

    String hospital() {
        return rare() + " " + one(List.of("Hospital", "Medical Centre", "Clinic", "Nursing Home")) + " " + rare();
    }

    private String one(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }

    /** One of some ten thousand. */
    private String rare() {
        var name = new StringBuilder();
        int syllables = 2 + random.nextInt(2);
        for (int i = 0; i < syllables; i++) {
            // the first ones are more frequent, as sounds are
            name.append(SYLLABLES[Math.min(random.nextInt(SYLLABLES.length), random.nextInt(SYLLABLES.length))]);
        }
        name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
        return name.toString();
    }
}
