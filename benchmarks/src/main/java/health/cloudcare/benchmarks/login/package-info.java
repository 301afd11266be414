/** What a sign-in costs beyond its password hash, and what a storm of them does to everybody else. */
@NullMarked
package health.cloudcare.benchmarks.login;

import org.jspecify.annotations.NullMarked;
