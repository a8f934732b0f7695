@NullMarked
package io.shelftally.vendor.quota;

import org.jspecify.annotations.NullMarked;
