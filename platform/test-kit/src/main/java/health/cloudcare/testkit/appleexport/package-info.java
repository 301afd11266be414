/** Makes Apple Health exports that nobody lived, with the oddities of real ones. */
@NullMarked
package health.cloudcare.testkit.appleexport;

import org.jspecify.annotations.NullMarked;
