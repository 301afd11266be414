/** Profiles by id against the SQL client alone, and finding doctors and hospitals against scans. */
@NullMarked
package health.cloudcare.benchmarks.profile;

import org.jspecify.annotations.NullMarked;
