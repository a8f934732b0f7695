/** Product identifiers: GTINs, check digits and the ways a code is written; values that depend on nothing. */
@NullMarked
package io.shelftally.matching.product;

import org.jspecify.annotations.NullMarked;
