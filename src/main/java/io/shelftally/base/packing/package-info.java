/** How what the database keeps is packed. */
@NullMarked
package io.shelftally.base.packing;

import org.jspecify.annotations.NullMarked;
