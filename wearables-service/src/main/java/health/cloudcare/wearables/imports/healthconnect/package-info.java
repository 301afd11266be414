/**
 * Reads the JSON form of Android's Health Connect records, as docs/health-connect.md describes it. Knows records, not
 * patients or topics.
 */
@NullMarked
package health.cloudcare.wearables.imports.healthconnect;

import org.jspecify.annotations.NullMarked;
