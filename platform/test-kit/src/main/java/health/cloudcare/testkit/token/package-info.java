/** Access tokens for tests, signed with a key the service under test trusts. */
@NullMarked
package health.cloudcare.testkit.token;

import org.jspecify.annotations.NullMarked;
