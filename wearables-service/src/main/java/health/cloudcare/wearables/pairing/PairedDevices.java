package health.cloudcare.wearables.pairing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.DevicePaired;
import health.cloudcare.contracts.DeviceUnpaired;
import health.cloudcare.contracts.UuidV7;
import health.cloudcare.servicekit.event.EventPublisher;
import health.cloudcare.servicekit.problem.FieldError;
import health.cloudcare.servicekit.problem.ProblemType;
import health.cloudcare.wearables.device.Device;
import health.cloudcare.wearables.device.Devices;

/** What pairing and unpairing do. Whoever asks is the patient. */
@ApplicationScoped
public class PairedDevices {

    /** How long a QR code is good, as its screen says. */
    private static final Duration CODE_LIFETIME = Duration.ofMinutes(15);

    private static final ProblemType EXPIRED = new ProblemType("PAIRING_CODE_EXPIRED", 400, "Pairing code expired");
    private static final ProblemType USED = new ProblemType("PAIRING_CODE_USED", 409, "Pairing code used");
    private static final ProblemType TAKEN = new ProblemType("DEVICE_PAIRED", 409, "Device paired");

    private final Pairings pairings;
    private final Devices devices;
    private final DeviceSessions sessions;
    private final EventPublisher events;
    private final Clock clock;

    PairedDevices(Pairings pairings, Devices devices, DeviceSessions sessions, EventPublisher events, Clock clock) {
        this.pairings = pairings;
        this.devices = devices;
        this.sessions = sessions;
        this.events = events;
        this.clock = clock;
    }

    Uni<PairingResponse> pair(UUID patientId, PairRequest request) {
        requireGoodTime(request.expiresAt());
        String deviceId = request.iosDeviceId();
        return pairings.ofDevice(deviceId)
                .invoke(pairing -> requireOwn(patientId, pairing))
                .call(() -> takeCode(patientId, request))
                .call(() -> registered(patientId, request))
                .chain(pairing -> {
                    Pairing wanted = pairing(patientId, request, pairing);
                    return sessions.open(deviceId, pairing == null ? null : pairing.sessionId())
                            .chain(session -> pairings.save(wanted.withSession(session.sessionId()))
                                    .chain(() -> events.publishAll(
                                            List.of(new DevicePaired(wanted.pairedAt(), patientId, wanted.id()))))
                                    .replaceWith(PairingResponse.of(wanted, session.credential())));
                });
    }

    private void requireGoodTime(@Nullable Instant expiresAt) {
        Instant now = clock.instant();
        if (expiresAt != null && !now.isBefore(expiresAt)) {
            throw EXPIRED.problem("This pairing code has expired. Show a new one on the other device.");
        }
        if (expiresAt != null && expiresAt.isAfter(now.plus(CODE_LIFETIME))) {
            throw invalid("expires_at", "must be at most " + CODE_LIFETIME.toMinutes() + " minutes ahead", "range");
        }
    }

    private static void requireOwn(UUID patientId, @Nullable Pairing pairing) {
        if (pairing != null && pairing.active() && !pairing.patientId().equals(patientId)) {
            throw taken();
        }
    }

    private Uni<Void> takeCode(UUID patientId, PairRequest request) {
        return pairings.takeCode(digest(request.pairingCode()), request.iosDeviceId(), patientId)
                .invoke(own -> {
                    if (!own) {
                        throw USED.problem("This pairing code was used already. Show a new one on the other device.");
                    }
                })
                .replaceWithVoid();
    }

    /** A device that sent for another patient stays theirs until they unpair it. */
    private Uni<Device> registered(UUID patientId, PairRequest request) {
        return devices.syncing(patientId, request.iosDeviceId(), request.deviceName(), request.deviceType())
                .onFailure(HttpProblem.class)
                .transform(foreign -> taken());
    }

    private Pairing pairing(UUID patientId, PairRequest request, @Nullable Pairing before) {
        // the database keeps milliseconds
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        UUID id = before != null && before.patientId().equals(patientId) ? before.id() : UuidV7.at(now);
        return new Pairing(
                id,
                request.iosUserId(),
                request.iosDeviceId(),
                patientId,
                request.deviceName(),
                request.deviceType(),
                now,
                true,
                null);
    }

    /** Of a patient whose account is gone, and all sessions with it. */
    public Uni<Void> eraseOf(UUID patientId) {
        return pairings.eraseOf(patientId);
    }

    Uni<List<Device>> of(UUID patientId) {
        return pairings.activeOf(patientId).chain(active -> {
            Set<String> ids = active.stream().map(Pairing::iosDeviceId).collect(Collectors.toSet());
            return devices.ofPatient(patientId).map(own -> own.stream()
                    .filter(device -> ids.contains(device.deviceId()))
                    .toList());
        });
    }

    /** Fails with a 404 problem when the patient has no such pairing. */
    Uni<Void> unpair(UUID patientId, UUID id) {
        return pairings.ofPatient(patientId, id)
                .onItem()
                .ifNull()
                .switchTo(() -> pairingOfDevice(patientId, id))
                .onItem()
                .transformToUni(pairing -> {
                    if (pairing == null || !pairing.active()) {
                        throw ProblemType.NOT_FOUND.problem("You have no such device paired.");
                    }
                    return end(pairing);
                });
    }

    private Uni<@Nullable Pairing> pairingOfDevice(UUID patientId, UUID id) {
        return devices.ofPatient(patientId).chain(own -> own.stream()
                .filter(device -> device.id().equals(id))
                .findFirst()
                .map(device -> pairings.ofDevice(device.deviceId()))
                .orElseGet(() -> Uni.createFrom().nullItem()));
    }

    /** The credential first: whatever else fails, nothing more comes from there, and the rest can be asked for again. */
    private Uni<Void> end(Pairing pairing) {
        UUID session = pairing.sessionId();
        Uni<Void> credential = session == null ? Uni.createFrom().voidItem() : sessions.end(session);
        return credential
                .chain(() -> devices.forget(pairing.patientId(), pairing.iosDeviceId()))
                .chain(() -> pairings.end(pairing))
                .chain(() -> events.publishAll(
                        List.of(new DeviceUnpaired(clock.instant(), pairing.patientId(), pairing.id()))));
    }

    private static String digest(String code) {
        try {
            byte[] text = code.strip().toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static HttpProblem taken() {
        return TAKEN.problem("This device is paired with another account. Unpair it there first.");
    }

    private static HttpProblem invalid(String field, String message, String type) {
        return ProblemType.INVALID.problem(field + " " + message + ".", List.of(new FieldError(field, message, type)));
    }
}
