package health.cloudcare.wearables.summary;

/** How {@code metrics/aggregated} is asked to cut, and of what. */
record Cut(Window window, OpenPart part, Period period, WeekStart weeks) {

    Buckets buckets() {
        return new Buckets(window, part, weeks);
    }
}
