/** Gives a night up that was begun and never published. */
@NullMarked
package io.shelftally.operations.abandonment;

import org.jspecify.annotations.NullMarked;
