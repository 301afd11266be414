/** Hour chunks: every reading that touches an hour, by column. */
@NullMarked
package health.cloudcare.wearables.chunk;

import org.jspecify.annotations.NullMarked;
