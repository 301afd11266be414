/** How documents are packed, and how a writer that lost its partition is fenced off. */
@NullMarked
package health.cloudcare.wearables.store;

import org.jspecify.annotations.NullMarked;
