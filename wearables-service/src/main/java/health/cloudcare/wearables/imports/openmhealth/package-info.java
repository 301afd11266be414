/** Reads data points of Open mHealth (IEEE 1752's predecessor). Knows data points, not patients or topics. */
@NullMarked
package health.cloudcare.wearables.imports.openmhealth;

import org.jspecify.annotations.NullMarked;
