/** What a caller uploads, on this machine's disk for as long as the exchange lasts, and what it really is. */
@NullMarked
package health.cloudcare.document.file;

import org.jspecify.annotations.NullMarked;
