/** Day rollups: 96 quarter hours of each metric and UTC day, from which every answer is summed. */
@NullMarked
package health.cloudcare.wearables.rollup;

import org.jspecify.annotations.NullMarked;
