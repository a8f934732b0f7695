/** Which of the two databases it is, for what only one of them has. */
@NullMarked
package io.shelftally.base.database;

import org.jspecify.annotations.NullMarked;
