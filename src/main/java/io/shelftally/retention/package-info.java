/** Deletes what is old, and never what a later night needs. */
@NullMarked
package io.shelftally.retention;

import org.jspecify.annotations.NullMarked;
