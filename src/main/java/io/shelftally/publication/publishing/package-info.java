/** Puts finished files where readers look for them, all at once or not at all. */
@NullMarked
package io.shelftally.publication.publishing;

import org.jspecify.annotations.NullMarked;
