package health.cloudcare.notification.delivery;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;

import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.StartTLSOptions;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Where mail goes: {@code smtp://host:port} with STARTTLS when the server offers it, {@code smtps://} with TLS from the
 * start, and {@code user:password@}, percent-encoded, to log in, which takes TLS for granted. Never prints itself.
 */
record SmtpUrl(
        String host,
        int port,
        boolean tls,
        @Nullable String user,
        @Nullable String password) {

    private static final int SMTP = 25;
    private static final int SMTPS = 465;

    static SmtpUrl parse(String text) {
        URI url = uri(text);
        boolean tls = "smtps".equals(url.getScheme());
        if (url.getHost() == null || !(tls || "smtp".equals(url.getScheme()))) {
            throw malformed();
        }
        int port = url.getPort() > 0 ? url.getPort() : tls ? SMTPS : SMTP;
        String login = url.getRawUserInfo();
        if (login == null) {
            return new SmtpUrl(url.getHost(), port, tls, null, null);
        }
        int colon = login.indexOf(':');
        if (colon < 1) {
            throw malformed();
        }
        return new SmtpUrl(
                url.getHost(), port, tls, decode(login.substring(0, colon)), decode(login.substring(colon + 1)));
    }

    MailConfig mailConfig() {
        MailConfig config = new MailConfig(host, port).setSsl(tls);
        if (user == null || password == null) {
            return config.setLogin(LoginOption.DISABLED)
                    .setStarttls(tls ? StartTLSOptions.DISABLED : StartTLSOptions.OPTIONAL);
        }
        return config.setLogin(LoginOption.REQUIRED)
                .setUsername(user)
                .setPassword(password)
                .setStarttls(tls ? StartTLSOptions.DISABLED : StartTLSOptions.REQUIRED);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw malformed();
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    }

    /** Without the text and without the parser's complaint: both show the password. */
    private static IllegalStateException malformed() {
        return new IllegalStateException(
                "CLOUDCARE_SMTP_URL is not of the form smtp://host:port or smtps://user:password@host:port");
    }
}
