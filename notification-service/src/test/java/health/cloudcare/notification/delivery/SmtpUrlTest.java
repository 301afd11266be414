package health.cloudcare.notification.delivery;

import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.StartTLSOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SmtpUrlTest {

    @Test
    void usesStartTlsWhenOfferedAndNoLogin() {
        MailConfig config = SmtpUrl.parse("smtp://localhost:1025").mailConfig();

        assertThat(config.getHostname()).isEqualTo("localhost");
        assertThat(config.getPort()).isEqualTo(1025);
        assertThat(config.isSsl()).isFalse();
        assertThat(config.getStarttls()).isEqualTo(StartTLSOptions.OPTIONAL);
        assertThat(config.getLogin()).isEqualTo(LoginOption.DISABLED);
    }

    @Test
    void sendsNoPasswordInTheClear() {
        MailConfig config = SmtpUrl.parse("smtp://mail.example").mailConfig();
        MailConfig withLogin =
                SmtpUrl.parse("smtp://ann%40example:p%3A+w@mail.example").mailConfig();

        assertThat(config.getPort()).isEqualTo(25);
        assertThat(withLogin.getUsername()).isEqualTo("ann@example");
        assertThat(withLogin.getPassword()).isEqualTo("p:+w");
        assertThat(withLogin.getStarttls()).isEqualTo(StartTLSOptions.REQUIRED);
    }

    @Test
    void usesTlsFromTheStartForSmtps() {
        MailConfig config = SmtpUrl.parse("smtps://ann:secret@mail.example").mailConfig();

        assertThat(config.getPort()).isEqualTo(465);
        assertThat(config.isSsl()).isTrue();
        assertThat(config.getLogin()).isEqualTo(LoginOption.REQUIRED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:25", "http://localhost", "smtp://only-user@host", "smtp://ann:secret@ho st"})
    void refusesOtherFormsWithoutShowingThem(String url) {
        assertThatThrownBy(() -> SmtpUrl.parse(url))
                .hasMessageContaining("CLOUDCARE_SMTP_URL")
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    @Test
    void neverPrintsThePassword() {
        assertThat(SmtpUrl.parse("smtps://ann:secret@mail.example")).hasToString("mail.example:465");
    }
}
