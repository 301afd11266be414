/** Single documents that patients open to doctors they are connected with. */
@NullMarked
package health.cloudcare.document.grant;

import org.jspecify.annotations.NullMarked;
