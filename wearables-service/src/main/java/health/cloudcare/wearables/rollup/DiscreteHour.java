package health.cloudcare.wearables.rollup;

import health.cloudcare.wearables.chunk.HourChunk;

/** An hour of measurements of a state: each counts, whatever its source, in the slot it starts in. */
final class DiscreteHour {
    private DiscreteHour() {}

    static Slots of(HourChunk chunk) {
        Slots slots = new Slots(Slots.PER_HOUR);
        for (int i = 0; i < chunk.size(); i++) {
            if (chunk.startsInThisHour(i)) {
                int slot = chunk.start(i) / Slots.SLOT_MILLIS;
                slots.reading(slot, chunk.value(i));
                slots.amount(slot, chunk.value(i));
            }
        }
        return slots;
    }
}
