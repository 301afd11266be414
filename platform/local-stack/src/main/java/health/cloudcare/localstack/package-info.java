/** The embedded backing services and the supervisor behind {@code ./cloudcare up}. Never on a production class path. */
@org.jspecify.annotations.NullMarked
package health.cloudcare.localstack;
