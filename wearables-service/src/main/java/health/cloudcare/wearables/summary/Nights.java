package health.cloudcare.wearables.summary;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import health.cloudcare.wearables.patient.ZoneHistory;

/** Sleep by the local day on which it ends. */
final class Nights {
    private final Map<LocalDate, List<SleepSession>> byDay;

    Nights(MetricHistory sleep, ZoneHistory zones) {
        byDay = SleepSession.of(sleep.sleep()).stream()
                .collect(Collectors.groupingBy(session -> session.night(zones), TreeMap::new, Collectors.toList()));
    }

    List<SleepSession> endingOn(LocalDate day) {
        return byDay.getOrDefault(day, List.of());
    }
}
