/**
 * Reads Apple's health export (the XML, gzip or the phone's zip) as a stream. Knows files, not patients or topics.
 */
@NullMarked
package health.cloudcare.wearables.imports.file;

import org.jspecify.annotations.NullMarked;
