@NullMarked
package io.shelftally.vendor;

import org.jspecify.annotations.NullMarked;
