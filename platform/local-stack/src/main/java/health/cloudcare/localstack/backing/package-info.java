/** What CloudCare stands on (PostgreSQL, Kafka, MongoDB, Redis, S3, SMTP), embedded on the loopback interface. */
@org.jspecify.annotations.NullMarked
package health.cloudcare.localstack.backing;
