package io.shelftally.operations.launch;

import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.logging.logback.StructuredLogEncoder;

/**
 * A line of the log, as the setting says: text by a pattern, or JSON in the Elastic Common Schema, by Boot. Logback makes and
 * fills it (logback-spring.xml).
 */
public final class LogLines extends EncoderBase<ILoggingEvent> {

    private String format = LogFormat.TEXT;
    private String pattern = "%msg%n";
    private Encoder<ILoggingEvent> lines = new PatternLayoutEncoder();

    public void setFormat(String format) {
        this.format = format;
    }

    public void setPattern(String pattern) {
        this.pattern = pattern;
    }

    /** A format that is none is told of by the command, and is text. */
    @Override
    public void start() {
        lines = format.equals(LogFormat.ECS) ? json() : text();
        lines.setContext(getContext());
        lines.start();
        super.start();
    }

    @Override
    public void stop() {
        lines.stop();
        super.stop();
    }

    @Override
    public byte[] headerBytes() {
        return lines.headerBytes();
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        return lines.encode(event);
    }

    @Override
    public byte[] footerBytes() {
        return lines.footerBytes();
    }

    private Encoder<ILoggingEvent> text() {
        PatternLayoutEncoder text = new PatternLayoutEncoder();
        text.setPattern(pattern);
        text.setCharset(StandardCharsets.UTF_8);
        return text;
    }

    private static Encoder<ILoggingEvent> json() {
        StructuredLogEncoder json = new StructuredLogEncoder();
        json.setFormat(LogFormat.ECS);
        json.setCharset(StandardCharsets.UTF_8);
        return json;
    }
}
