/** The host's clock, in the one place where a test can make it wrong. */
@NullMarked
package io.shelftally.base.clock;

import org.jspecify.annotations.NullMarked;
