@NullMarked
package io.shelftally.quota;

import org.jspecify.annotations.NullMarked;
