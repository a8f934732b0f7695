/** How what the database keeps is packed. */
@NullMarked
package io.shelftally.base.gzip;

import org.jspecify.annotations.NullMarked;
