/** The site over the nights, made on demand. */
@NullMarked
package io.shelftally.operations.site;

import org.jspecify.annotations.NullMarked;
