/**
 * What an export says, computed in the plainest possible way and with none of the product's code. Slow and obvious on
 * purpose: it is what the product is compared with.
 */
@NullMarked
package health.cloudcare.testkit.oracle;

import org.jspecify.annotations.NullMarked;
