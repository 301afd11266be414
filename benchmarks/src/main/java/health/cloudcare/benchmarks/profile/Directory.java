package health.cloudcare.benchmarks.profile;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

import health.cloudcare.contracts.UuidV7;

/** The doctors and hospitals of a country, written as they stand after their registration; what searches need, the services add. */
final class Directory {
    private static final int BATCH = 5_000;
    private static final String DOCTOR = """
            INSERT INTO doctor (id, account_id, status, title, first_name, last_name, medical_license_no, specialization,
                                qualifications, experience_years, phone_primary, city, state, country, languages,
                                available_for_emergency, telemedicine_enabled, created_at, registered_at, verified_at)
            VALUES (?, ?, 'REGISTERED', 'Dr.', ?, ?, ?, 'Cardiology', '{MBBS}', 10, ?, ?, 'Karnataka', 'India', '{English}',
                    true, true, ?, ?, ?)""";
    private static final String HOSPITAL = """
            INSERT INTO hospital (id, account_id, hospital_code, name, status, city, state, phone_primary, address_line1,
                                  postal_code, created_at, registered_at, verified_at)
            VALUES (?, ?, ?, ?, 'REGISTERED', ?, 'Karnataka', '+918000000000', '1 Road', '560001', ?, ?, ?)""";
    private static final List<String> CITIES =
            List.of("Bengaluru", "Chennai", "Mumbai", "Delhi", "Kolkata", "Hyderabad");

    private final Names names;
    private final Random random;
    private final OffsetDateTime now;
    private final List<Names.Name> doctors = new ArrayList<>();
    private final List<String> phones = new ArrayList<>();
    private final List<UUID> doctorIds = new ArrayList<>();
    private final List<String> hospitals = new ArrayList<>();

    Directory(long seed, Clock clock) {
        this.names = new Names(seed);
        this.random = new Random(seed);
        this.now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    void addDoctors(Connection database, int count) throws SQLException {
        batches(database, DOCTOR, count, this::doctor);
    }

    void addHospitals(Connection database, int count) throws SQLException {
        batches(database, HOSPITAL, count, this::hospital);
    }

    private interface Row {
        void set(PreparedStatement statement, int number) throws SQLException;
    }

    private static void batches(Connection database, String insert, int count, Row row) throws SQLException {
        database.setAutoCommit(false);
        try (PreparedStatement statement = database.prepareStatement(insert)) {
            for (int i = 0; i < count; i++) {
                row.set(statement, i);
                statement.addBatch();
                if (i % BATCH == BATCH - 1) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
        database.commit();
        database.setAutoCommit(true);
        try (Statement statement = database.createStatement()) {
            statement.execute("VACUUM ANALYZE");
        }
    }

    private void doctor(PreparedStatement statement, int number) throws SQLException {
        Names.Name name = names.next();
        String phone = "+919" + String.format(Locale.ROOT, "%09d", random.nextInt(1_000_000_000));
        UUID id = UuidV7.at(now.toInstant());
        doctors.add(name);
        phones.add(phone);
        doctorIds.add(id);
        statement.setObject(1, id);
        statement.setObject(2, UUID.randomUUID());
        statement.setString(3, name.first());
        statement.setString(4, name.last());
        statement.setString(5, "KMC-" + number);
        statement.setString(6, phone);
        statement.setString(7, CITIES.get(random.nextInt(CITIES.size())));
        for (int i = 8; i <= 10; i++) {
            statement.setObject(i, now);
        }
    }

    private void hospital(PreparedStatement statement, int number) throws SQLException {
        String name = names.hospital();
        hospitals.add(name);
        statement.setObject(1, UuidV7.at(now.toInstant()));
        statement.setObject(2, UUID.randomUUID());
        statement.setString(
                3,
                "HC-"
                        + String.format(
                                        Locale.ROOT,
                                        "%6s",
                                        Integer.toString(number, 36).toUpperCase(Locale.ROOT))
                                .replace(' ', '0'));
        statement.setString(4, name);
        statement.setString(5, CITIES.get(random.nextInt(CITIES.size())));
        for (int i = 6; i <= 8; i++) {
            statement.setObject(i, now);
        }
    }

    List<UUID> doctorIds() {
        return List.copyOf(doctorIds);
    }

    /** In equal numbers: what people type, and what they type wrongly. */
    List<Search> searches(int ofEachKind) {
        List<Search> searches = new ArrayList<>();
        for (int i = 0; i < ofEachKind; i++) {
            searches.add(Search.name(typedName(i)));
            searches.add(Search.alike(misspelt(one(doctors).full())));
            String phone = one(phones);
            searches.add(Search.phone(i % 2 == 0 ? phone.substring(3) : phone.substring(phone.length() - 5)));
            String hospital = one(hospitals);
            searches.add(Search.hospital(hospital.substring(0, Math.min(hospital.length(), 3 + random.nextInt(6)))));
        }
        return searches;
    }

    /** The beginning of a first or last name, or all of both. */
    private String typedName(int number) {
        Names.Name name = one(doctors);
        return switch (number % 3) {
            case 0 -> name.full();
            case 1 -> beginning(name.last());
            default -> beginning(name.first());
        };
    }

    private String beginning(String name) {
        return name.substring(0, Math.min(name.length(), 3 + random.nextInt(4)));
    }

    /** Two letters in the middle have changed places, or there is one too many. */
    private String misspelt(String name) {
        int at = 1 + random.nextInt(Math.max(1, name.length() - 3));
        return random.nextBoolean()
                ? name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2)
                : name.substring(0, at) + "q" + name.substring(at);
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
