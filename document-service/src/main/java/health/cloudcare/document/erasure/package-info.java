/** What becomes of records when their patient leaves. */
@NullMarked
package health.cloudcare.document.erasure;

import org.jspecify.annotations.NullMarked;
