package io.shelftally.operations.telling;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** The last lines of the log, for those who are told. */
public final class LogTail implements AutoCloseable {

    private static final int LINES = 20;
    private static final int LONGEST = 500;

    private final Deque<String> lines = new ArrayDeque<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            add(event);
        }
    };

    /** Listens from now on. */
    public LogTail() {
        appender.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
        appender.start();
        loggers().forEach(logger -> logger.addAppender(appender));
    }

    /** The oldest first. */
    public List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    @Override
    public void close() {
        loggers().forEach(logger -> logger.detachAppender(appender));
        appender.stop();
    }

    private void add(ILoggingEvent event) {
        if (event.getLevel().isGreaterOrEqual(Level.INFO)) {
            String line = event.getInstant() + " " + event.getLevel() + " " + event.getFormattedMessage();
            synchronized (lines) {
                lines.addLast(line.substring(0, Math.min(line.length(), LONGEST)));
                if (lines.size() > LINES) {
                    lines.removeFirst();
                }
            }
        }
    }

    /** Our own messages do not go on to the root (logback-spring.xml). */
    private static Stream<Logger> loggers() {
        return Stream.of("io.shelftally", org.slf4j.Logger.ROOT_LOGGER_NAME)
                .map(name -> (Logger) LoggerFactory.getLogger(name));
    }
}
