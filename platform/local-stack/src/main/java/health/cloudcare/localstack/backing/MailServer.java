package health.cloudcare.localstack.backing;

import java.util.Map;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.jspecify.annotations.Nullable;

/** Takes every mail over SMTP and keeps it in memory. */
final class MailServer implements BackingService {
    private final BackingSettings settings;
    private @Nullable GreenMail mail;

    MailServer(BackingSettings settings) {
        this.settings = settings;
    }

    @Override
    public Map<String, String> start() {
        int port = settings.ports().of(Backing.SMTP);
        var server = new GreenMail(new ServerSetup(port, BackingSettings.HOST, ServerSetup.PROTOCOL_SMTP));
        server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.start();
        mail = server;
        return Map.of(Backing.SMTP.variable(), Backing.SMTP.address(port));
    }

    @Override
    public void stop() {
        if (mail != null) {
            mail.stop();
        }
    }
}
