/** Work on several things at once, in their order. */
@NullMarked
package io.shelftally.base.threads;

import org.jspecify.annotations.NullMarked;
