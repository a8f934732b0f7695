/** Whole nights: the real application against the sandbox over HTTP. */
@NullMarked
package io.shelftally.nights;

import org.jspecify.annotations.NullMarked;
