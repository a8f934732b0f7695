/** Lists, whatever they hold. */
@NullMarked
package io.shelftally.base.lists;

import org.jspecify.annotations.NullMarked;
