/** The tables behind the published datasets, and which version of a night is the published one. */
@NullMarked
package io.shelftally.publication.tables;

import org.jspecify.annotations.NullMarked;
