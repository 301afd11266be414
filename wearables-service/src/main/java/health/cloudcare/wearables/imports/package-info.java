/** Apple Health: the iOS app's JSON, the phone's export file, and how far an import is. */
@NullMarked
package health.cloudcare.wearables.imports;

import org.jspecify.annotations.NullMarked;
