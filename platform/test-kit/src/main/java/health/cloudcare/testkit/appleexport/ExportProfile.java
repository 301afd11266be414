package health.cloudcare.testkit.appleexport;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Whose export to make. The same profile gives the same bytes.
 *
 * @param firstDay the local day on which the first morning is
 * @param home the zone of everyday life; its offset on the day of export is written behind every date, as iOS does
 * @param density scales how often continuous series (heart rate, energy) are measured; 1 gives about 1,000 readings a day
 * @param badRecords whether to add the records of {@link BadRecord}
 */
public record ExportProfile(
        long seed,
        LocalDate firstDay,
        int days,
        ZoneId home,
        Optional<Travel> travel,
        Set<AppleDevice> devices,
        double density,
        boolean badRecords) {

    /** A stay in another zone from the morning of one day to the morning of another, counted from the first day. */
    public record Travel(ZoneId zone, int fromDay, int toDay) {}

    public ExportProfile {
        if (days < 1 || density <= 0) {
            throw new IllegalArgumentException("an export has at least one day and some density");
        }
        devices = Set.copyOf(devices);
    }

    /** Thirty days at home in India with four in Singapore, a watch, a phone and a scale: about 30,000 readings. */
    public static Builder thirtyDays() {
        return new Builder();
    }

    /** Where the person is on that day. */
    ZoneId zoneOn(int day) {
        return travel.filter(stay -> day >= stay.fromDay() && day < stay.toDay())
                .map(Travel::zone)
                .orElse(home);
    }

    /** Changes to the profile of {@link #thirtyDays()}. */
    public static final class Builder {

        private long seed = 1;
        private LocalDate firstDay = LocalDate.of(2026, 3, 1);
        private int days = 30;
        private ZoneId home = ZoneId.of("Asia/Kolkata");
        private Optional<Travel> travel = Optional.of(new Travel(ZoneId.of("Asia/Singapore"), 12, 16));
        private Set<AppleDevice> devices = EnumSet.of(AppleDevice.WATCH, AppleDevice.PHONE, AppleDevice.SCALE);
        private double density = 1;
        private boolean badRecords;

        private Builder() {}

        public Builder seed(long value) {
            seed = value;
            return this;
        }

        public Builder firstDay(LocalDate value) {
            firstDay = value;
            return this;
        }

        /** The last whole day; the export is made on the morning after. Set the number of days before. */
        public Builder lastDay(LocalDate value) {
            firstDay = value.minusDays(days - 1L);
            return this;
        }

        public Builder days(int value) {
            days = value;
            return this;
        }

        public Builder home(ZoneId value) {
            home = value;
            return this;
        }

        public Builder travel(ZoneId zone, int fromDay, int toDay) {
            travel = Optional.of(new Travel(zone, fromDay, toDay));
            return this;
        }

        public Builder withoutTravel() {
            travel = Optional.empty();
            return this;
        }

        public Builder devices(Set<AppleDevice> value) {
            devices = value;
            return this;
        }

        public Builder density(double value) {
            density = value;
            return this;
        }

        public Builder withBadRecords() {
            badRecords = true;
            return this;
        }

        public ExportProfile build() {
            return new ExportProfile(seed, firstDay, days, home, travel, devices, density, badRecords);
        }
    }
}
