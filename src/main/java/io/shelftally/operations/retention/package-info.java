/** Deletes what is old, and never what a later night needs. */
@NullMarked
package io.shelftally.operations.retention;

import org.jspecify.annotations.NullMarked;
