package health.cloudcare.benchmarks.readings;

/** What was generated, counted while generating: everything that is stored must come to the same. */
public record Oracle(long readings, long records, long heartRates, double heartRateSum) {
    public static final Oracle NOTHING = new Oracle(0, 0, 0, 0);

    public Oracle and(Oracle other) {
        return new Oracle(
                readings + other.readings,
                records + other.records,
                heartRates + other.heartRates,
                heartRateSum + other.heartRateSum);
    }

    Oracle and(Upload upload, int recordsOfUpload) {
        long rates = 0;
        double sum = 0;
        for (Reading reading : upload.readings()) {
            if (reading.metric().equals("heart_rate")) {
                rates++;
                sum += reading.value();
            }
        }
        return new Oracle(
                readings + upload.readings().size(),
                records + recordsOfUpload,
                heartRates + rates,
                heartRateSum + sum); // whole numbers: exact in any order
    }
}
