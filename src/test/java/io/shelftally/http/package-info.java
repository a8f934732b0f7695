@NullMarked
package io.shelftally.http;

import org.jspecify.annotations.NullMarked;
