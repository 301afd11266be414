/** Real exports of real people, which lie outside the repository and stay there. */
@NullMarked
package health.cloudcare.testkit.realdata;

import org.jspecify.annotations.NullMarked;
