@NullMarked
package health.cloudcare.sound.feature;

import org.jspecify.annotations.NullMarked;
