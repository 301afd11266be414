/** Starts, watches, restarts and stops the processes of {@code ./cloudcare up}. */
@org.jspecify.annotations.NullMarked
package health.cloudcare.localstack.supervisor;
