package health.cloudcare.wearables.patient;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;

/**
 * The time zones that somebody lived in, one after the other. A local day begins when the date begins wherever they are, and
 * lasts until the next one does: the day of a flight to the west is longer than others, that of one to the east shorter, and of a date
 * that somebody never saw nothing is left. So every instant is in one day and no day is in pieces.
 */
public final class ZoneHistory {
    private final List<Stay> stays;

    /** @param since in whole quarter hours, as days are cut in those; the first is not looked at */
    public record Stay(Instant since, ZoneId zone) {}

    private ZoneHistory(List<Stay> stays) {
        this.stays = List.copyOf(stays);
    }

    /** @param stays at least one; of those that begin together the last counts */
    public static ZoneHistory of(List<Stay> stays) {
        TreeMap<Instant, Stay> inOrder = new TreeMap<>();
        stays.forEach(stay -> inOrder.put(stay.since(), stay));
        return new ZoneHistory(List.copyOf(inOrder.values()));
    }

    /** Of somebody who never moved. */
    public static ZoneHistory of(ZoneId zone) {
        return new ZoneHistory(List.of(new Stay(Instant.MIN, zone)));
    }

    /** Where they were then. */
    public ZoneId at(Instant instant) {
        Stay found = stays.getFirst();
        for (Stay stay : stays) {
            if (!stay.since().isAfter(instant)) {
                found = stay;
            }
        }
        return found.zone();
    }

    /** The day in which an instant is. */
    public LocalDate dateOf(Instant instant) {
        LocalDate date = LocalDate.MIN;
        for (int i = 0; i < stays.size(); i++) {
            if (i == 0 || !stays.get(i).since().isAfter(instant)) {
                Instant last = earlier(instant, endOf(i));
                LocalDate reached = last.atZone(stays.get(i).zone()).toLocalDate();
                date = reached.isAfter(date) ? reached : date;
            }
        }
        return date;
    }

    /** When a day begins. */
    public Instant startOf(LocalDate day) {
        for (int i = 0; i < stays.size() - 1; i++) {
            Instant start = begin(day, i);
            if (!start.isAfter(endOf(i))) {
                return start;
            }
        }
        return begin(day, stays.size() - 1);
    }

    private Instant begin(LocalDate day, int stay) {
        Instant start = day.atStartOfDay(stays.get(stay).zone()).toInstant();
        Instant since = stays.get(stay).since();
        return stay == 0 || start.isAfter(since) ? start : since;
    }

    /** The last instant of a stay. */
    private Instant endOf(int stay) {
        return stay + 1 < stays.size() ? stays.get(stay + 1).since().minusMillis(1) : Instant.MAX;
    }

    private static Instant earlier(Instant one, Instant two) {
        return one.isBefore(two) ? one : two;
    }
}
