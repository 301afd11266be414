package health.cloudcare.auth.otp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import health.cloudcare.auth.Database;
import health.cloudcare.auth.EmailPerson;
import health.cloudcare.auth.FakeNotificationService;
import health.cloudcare.auth.FakeNotificationService.Mood;
import health.cloudcare.auth.FakeProfileServices;
import health.cloudcare.auth.PhonePerson;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;

import static health.cloudcare.auth.EmailPerson.aPerson;
import static health.cloudcare.auth.NewPerson.post;
import static health.cloudcare.auth.PhonePerson.aPatient;
import static org.assertj.core.api.Assertions.assertThat;

/** Plays whole flows, failures included, and then looks everywhere for what must be nowhere. */
@QuarkusTest
@QuarkusTestResource(FakeProfileServices.class)
@QuarkusTestResource(FakeNotificationService.class)
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA, BackingService.REDIS})
class SecrecyTest {

    /** Where names are kept to find accounts by, or wait to be proved; a phone is in no other table. */
    private static final List<String> TABLES_OF_NAMES =
            List.of("identifiers", "pending_identifiers", "pending_registrations", "accounts");

    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Handler capture = new Handler() {
        private final PatternFormatter formatter = new PatternFormatter("%c %s %e");

        @Override
        public void publish(LogRecord record) {
            logged.add(formatter.format(org.jboss.logmanager.ExtLogRecord.wrap(record)));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    FakeProfileServices profiles;
    FakeNotificationService notifications;

    @Inject
    Database database;

    @BeforeEach
    void listen() {
        profiles.is(FakeProfileServices.Mood.WELL);
        notifications.is(Mood.WELL);
        // rows of events are gone once they are published, so they are kept aside
        database.update("CREATE TABLE IF NOT EXISTS outbox_seen (data text)");
        database.update(
                "CREATE OR REPLACE RULE keep_outbox AS ON INSERT TO outbox DO ALSO INSERT INTO outbox_seen VALUES (NEW.data)");
        capture.setLevel(Level.ALL);
        Logger.getLogger("").addHandler(capture);
        Logger.getLogger("health.cloudcare").setLevel(Level.ALL);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("health.cloudcare").setLevel(Level.INFO);
        Logger.getLogger("").removeHandler(capture);
        database.update("DROP RULE keep_outbox ON outbox");
        database.update("DROP TABLE outbox_seen");
    }

    @Test
    void nothingRevealsACodeAPasswordOrAPhone() {
        List<String> codes = new ArrayList<>();
        PhonePerson phone = aPatient();
        byPhone(phone, codes);
        EmailPerson person = aPerson().with("password", "canary password " + phone.number());
        byEmail(person, codes);
        String newPassword = "canary reset " + phone.number();
        reset(person, newPassword, codes);
        notifications.await(person.email(), "password-changed");

        List<String> secrets = new ArrayList<>(
                List.of(phone.number(), String.valueOf(person.body().get("password")), newPassword));
        assertThat(logged).isNotEmpty();
        assertThat(String.join("\n", logged)).doesNotContain(secrets);
        assertThat(database.query("SELECT data FROM outbox_seen")).isNotEmpty();
        assertThat(String.join("\n", database.query("SELECT data FROM outbox_seen")))
                .doesNotContain(secrets)
                .doesNotContain(person.email());
        for (String table : tables()) {
            String rows = String.join("\n", database.query("SELECT t::text FROM " + table + " t"));
            assertThat(rows).as(table).doesNotContain(secrets.subList(1, 3));
            if (!TABLES_OF_NAMES.contains(table)) {
                assertThat(rows).as(table).doesNotContain(phone.number());
            }
        }
        assertNoCode(codes);
    }

    /** Six digits occur by chance in hashes and times, so codes are looked for as words of their own. */
    private void assertNoCode(List<String> codes) {
        String word = "(?s).*(?<![0-9a-zA-Z.:-])(" + String.join("|", codes) + ")(?![0-9a-zA-Z.:-]).*";
        assertThat(String.join("\n", logged)).doesNotMatch(word);
        for (String table : tables()) {
            assertThat(String.join("\n", database.query("SELECT t::text FROM " + table + " t")))
                    .as(table)
                    .doesNotMatch(word);
        }
    }

    private List<String> tables() {
        return database.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'");
    }

    private void byPhone(PhonePerson phone, List<String> codes) {
        notifications.is(Mood.DOWN);
        phone.signUp().then().statusCode(503);
        notifications.is(Mood.WELL);
        String id = phone.signUp().then().statusCode(200).extract().path("id");
        codes.add(notifications.codeFor(phone.phone()));
        phone.verify("signup", id, "999999x");
        phone.signUp();
        phone.verify("signup", id, codes.getLast()).then().statusCode(200);
        String signIn = phone.signIn().path("id");
        codes.add(notifications.codeFor(phone.phone()));
        phone.verify("signin", signIn, codes.getLast()).then().statusCode(200);
        phone.signUp().then().statusCode(409);
    }

    private void byEmail(EmailPerson person, List<String> codes) {
        person.register().then().statusCode(200);
        codes.add(notifications.codeFor(person.email()));
        person.register().then().statusCode(409);
        person.verify(codes.getLast()).then().statusCode(200);
        person.logIn(person.email(), String.valueOf(person.body().get("password")))
                .then()
                .statusCode(200);
    }

    private void reset(EmailPerson person, String newPassword, List<String> codes) {
        post("/auth/forgot-password", Map.of("email", person.email()));
        codes.add(notifications.await(person.email(), "password-reset-code").code());
        post(
                        "/auth/reset-password",
                        Map.of("email", person.email(), "otp", codes.getLast(), "new_password", newPassword))
                .then()
                .statusCode(200);
    }
}
