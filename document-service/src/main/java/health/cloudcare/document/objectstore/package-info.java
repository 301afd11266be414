/** Where the bytes of documents are, and how none of them is left behind. */
@NullMarked
package health.cloudcare.document.objectstore;

import org.jspecify.annotations.NullMarked;
