/** What a service knows of consents: a projection of their topic in memory, and the authority for what it cannot decide. */
@NullMarked
package health.cloudcare.servicekit.consent;

import org.jspecify.annotations.NullMarked;
