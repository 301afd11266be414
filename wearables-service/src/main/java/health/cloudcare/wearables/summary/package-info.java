/** The dashboards: answers from day rollups only. */
@NullMarked
package health.cloudcare.wearables.summary;

import org.jspecify.annotations.NullMarked;
