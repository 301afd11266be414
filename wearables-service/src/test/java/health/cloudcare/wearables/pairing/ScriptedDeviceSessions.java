package health.cloudcare.wearables.pairing;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import io.quarkus.test.Mock;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.pairing.DeviceSessionApi.DeviceSession;

/** Sessions as auth-service would keep them. */
@Mock
@Singleton
class ScriptedDeviceSessions extends DeviceSessions {

    private final Map<String, UUID> live = new ConcurrentHashMap<>();
    private final Set<UUID> ended = ConcurrentHashMap.newKeySet();

    ScriptedDeviceSessions(@RestClient DeviceSessionApi api, CurrentVertxRequest request) {
        super(api, request);
    }

    @Override
    Uni<DeviceSession> open(String deviceId, @Nullable UUID replaces) {
        if (replaces != null) {
            ended.add(replaces);
        }
        UUID session = UUID.randomUUID();
        live.put(deviceId, session);
        return Uni.createFrom().item(new DeviceSession("ccd_" + session, session));
    }

    @Override
    Uni<Void> end(UUID sessionId) {
        ended.add(sessionId);
        return Uni.createFrom().voidItem();
    }

    /** Of the credential that was told last. */
    UUID sessionOf(String deviceId) {
        return live.get(deviceId);
    }

    boolean hasEnded(UUID session) {
        return ended.contains(session);
    }
}
