/** Secrets of one local installation: generated once, marked so that production mode can refuse them. */
@org.jspecify.annotations.NullMarked
package health.cloudcare.localstack.secret;
