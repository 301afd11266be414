/** CloudCare as a client sees it: the calls of the journey, through the gateway, with the documented bodies. */
@NullMarked
package health.cloudcare.journey;

import org.jspecify.annotations.NullMarked;
