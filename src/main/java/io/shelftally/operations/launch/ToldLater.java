package io.shelftally.operations.launch;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Keeps Boot from logging why a start failed, which it does with a stack trace where the settings cannot be read: the command tells it. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ToldLater implements SpringBootExceptionReporter {

    /** As Boot makes it. */
    ToldLater(@Nullable ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        return true;
    }
}
