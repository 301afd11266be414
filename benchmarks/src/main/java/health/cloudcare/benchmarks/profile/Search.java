package health.cloudcare.benchmarks.profile;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A search as a caller makes it, and as a database without an index for it answers it.
 *
 * @param kind what it looks for
 * @param path of ours
 * @param scan the peer's statement, with one parameter
 * @param parameter of the statement
 */
record Search(Kind kind, String path, String scan, String parameter) {
    private static final String DOCTOR_NAME = "lower(concat_ws(' ', first_name, middle_name, last_name))";
    private static final String DOCTORS =
            "SELECT id, title, first_name, last_name, specialization, city, state FROM doctor";

    enum Kind {
        NAMES,
        ALIKE,
        PHONES,
        HOSPITALS
    }

    /** As the systems that are replaced looked: the text anywhere in the name. */
    static Search name(String typed) {
        return new Search(
                Kind.NAMES,
                doctors(typed),
                DOCTORS + " WHERE status = 'REGISTERED' AND " + DOCTOR_NAME
                        + " LIKE ? ORDER BY first_name, last_name, id LIMIT 10",
                contains(typed));
    }

    /** Nobody is called like that. */
    static Search alike(String typed) {
        return new Search(
                Kind.ALIKE,
                doctors(typed),
                DOCTORS + " WHERE status = 'REGISTERED' ORDER BY similarity(" + DOCTOR_NAME
                        + ", ?) DESC, first_name, last_name, id LIMIT 10",
                typed.toLowerCase(Locale.ROOT));
    }

    static Search phone(String digits) {
        return new Search(
                Kind.PHONES,
                "/protected/user/searchDoctorByNumber?phone=" + encoded(digits),
                DOCTORS + " WHERE status = 'REGISTERED' AND regexp_replace(phone_primary, '[^0-9]', '', 'g') LIKE ?"
                        + " ORDER BY first_name, last_name, id LIMIT 10",
                contains(digits));
    }

    static Search hospital(String typed) {
        return new Search(
                Kind.HOSPITALS,
                "/api/v1/hospitals/search?query=" + encoded(typed),
                "SELECT * FROM hospital WHERE active AND status = 'REGISTERED' AND lower(name || ' ' || hospital_code) LIKE ?"
                        + " ORDER BY name, id LIMIT 50",
                contains(typed));
    }

    private static String doctors(String typed) {
        return "/api/v1/doctors/search?size=10&query=" + encoded(typed);
    }

    private static String contains(String typed) {
        return "%" + typed.toLowerCase(Locale.ROOT) + "%";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
