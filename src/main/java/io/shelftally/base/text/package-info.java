/** Text as every database and every reader of a file can hold it. */
@NullMarked
package io.shelftally.base.text;

import org.jspecify.annotations.NullMarked;
