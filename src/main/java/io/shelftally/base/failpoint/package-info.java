/** Named places where a test ends or pauses the process. */
@NullMarked
package io.shelftally.base.failpoint;

import org.jspecify.annotations.NullMarked;
