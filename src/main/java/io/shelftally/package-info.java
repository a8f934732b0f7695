/** The program's entry; what it does is in the packages below (docs/architecture.md). */
@NullMarked
package io.shelftally;

import org.jspecify.annotations.NullMarked;
