/** Derives a published night again from its stored evidence, and tells what other rules would change. */
@NullMarked
package io.shelftally.operations.replay;

import org.jspecify.annotations.NullMarked;
