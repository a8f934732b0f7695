@NullMarked
package io.shelftally.engine;

import org.jspecify.annotations.NullMarked;
