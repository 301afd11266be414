/** Connections of patients with doctors: the doctor knows the name, and the patient may share files. Everything else takes a consent. */
@NullMarked
package health.cloudcare.patient.connection;

import org.jspecify.annotations.NullMarked;
