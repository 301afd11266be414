package health.cloudcare.doctor.search;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.identity.RoleNames;
import health.cloudcare.servicekit.problem.FieldError;
import health.cloudcare.servicekit.problem.ProblemType;

/** The search of the cookie surface: patients look for doctors to connect with. */
@Path("/protected/user")
@RolesAllowed(RoleNames.PATIENT)
class ProtectedDoctorResource {

    private static final int LONGEST_PAGE = 10;
    private static final int LAST_PAGE = 10_000;
    private static final int FEWEST_DIGITS = 4;
    private static final int NATIONAL_DIGITS = 10;

    private final DoctorSearch search;
    private final Clock clock;

    ProtectedDoctorResource(DoctorSearch search, Clock clock) {
        this.search = search;
        this.clock = clock;
    }

    /** @param countryCode null when the number is not known to have one */
    record Phone(@Nullable Integer countryCode, String number) {}

    record Item(
            @JsonProperty("_id") UUID documentId,
            UUID id,
            String name,
            @Nullable Phone phone,
            @Nullable String specialization,
            @Nullable String city) {

        static Item of(FoundDoctor doctor) {
            return new Item(
                    doctor.id(),
                    doctor.id(),
                    doctor.plainName(),
                    phone(doctor.phone()),
                    doctor.specialization(),
                    doctor.city());
        }

        /** Indian numbers have ten digits; whatever is before them behind a plus is the country's. */
        private static @Nullable Phone phone(@Nullable String written) {
            if (written == null) {
                return null;
            }
            String digits = digits(written);
            int country = digits.length() - NATIONAL_DIGITS;
            return written.startsWith("+") && country >= 1 && country <= 3
                    ? new Phone(Integer.valueOf(digits.substring(0, country)), digits.substring(country))
                    : new Phone(null, digits);
        }
    }

    record NamesAnswer(
            boolean success,
            String message,
            String detail,
            Instant timestamp,
            List<Item> doctors,
            Map<String, List<Item>> data) {}

    record NumbersAnswer(
            boolean success,
            String message,
            String detail,
            Instant timestamp,
            @Nullable Item doctor,
            List<Item> doctors,
            NumbersData data) {}

    record NumbersData(@Nullable Item doctor, List<Item> doctors) {}

    @GET
    @Path("searchDoctorByName")
    @Operation(summary = "Doctors by any part of their name")
    public Uni<NamesAnswer> byName(
            @RestQuery @Nullable String name,
            @RestQuery("doctor_name") @Nullable String doctorName,
            @RestQuery @Nullable Integer limit,
            @RestQuery @Nullable Integer p) {
        String typed = one("name", name, doctorName);
        int size = within("limit", limit, LONGEST_PAGE, LONGEST_PAGE);
        int page = within("p", p, 1, LAST_PAGE);
        return search.byName(typed, (page - 1) * size, size).map(found -> {
            List<Item> doctors = found.doctors().stream().map(Item::of).toList();
            String message = message(doctors);
            return new NamesAnswer(true, message, message, clock.instant(), doctors, Map.of("doctors", doctors));
        });
    }

    /** {@code doctor} is the one whose number is exactly that, with the country code or without; it comes first of all. */
    @GET
    @Path("searchDoctorByNumber")
    @Operation(summary = "Doctors by their telephone number, or at least four digits of it")
    public Uni<NumbersAnswer> byNumber(
            @RestQuery @Nullable String phone,
            @RestQuery("doctor_number") @Nullable String doctorNumber,
            @RestQuery @Nullable Integer p) {
        String digits = digits(one("phone", phone, doctorNumber));
        if (digits.length() < FEWEST_DIGITS) {
            throw invalid("phone", "must have at least four digits");
        }
        int page = within("p", p, 1, LAST_PAGE);
        return search.byPhone(digits, (page - 1) * LONGEST_PAGE, LONGEST_PAGE).map(found -> {
            List<Item> doctors = found.doctors().stream().map(Item::of).toList();
            Item exact = doctors.stream()
                    .filter(doctor -> isExactly(doctor.phone(), digits))
                    .findFirst()
                    .orElse(null);
            String message = message(doctors);
            return new NumbersAnswer(
                    true, message, message, clock.instant(), exact, doctors, new NumbersData(exact, doctors));
        });
    }

    private static boolean isExactly(@Nullable Phone phone, String digits) {
        if (phone == null) {
            return false;
        }
        Integer country = phone.countryCode();
        boolean withCountry = country == null
                ? phone.number().length() == NATIONAL_DIGITS && digits.endsWith(phone.number())
                : digits.equals(country + phone.number());
        return withCountry || phone.number().equals(digits);
    }

    private static String message(List<Item> doctors) {
        return doctors.isEmpty() ? "No doctor found." : "Doctors found.";
    }

    /** Two documented names of one parameter; both are fine as long as they say the same. */
    private static String one(String name, @Nullable String given, @Nullable String other) {
        List<String> texts = new ArrayList<>();
        for (@Nullable String text : new @Nullable String[] {given, other}) {
            if (text != null && !text.isBlank()) {
                texts.add(text.strip());
            }
        }
        if (texts.isEmpty() || texts.stream().distinct().count() > 1) {
            throw invalid(name, texts.isEmpty() ? "must be given" : "must not be given twice, and differently");
        }
        return texts.getFirst();
    }

    private static int within(String name, @Nullable Integer given, int otherwise, int most) {
        int number = given == null ? otherwise : given;
        if (number < 1 || number > most) {
            throw invalid(name, "must be a number from 1 to " + most);
        }
        return number;
    }

    private static RuntimeException invalid(String name, String message) {
        return ProblemType.INVALID.problem(
                "The request is not valid.", List.of(new FieldError(name, message, "query")));
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }
}
