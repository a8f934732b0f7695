package io.shelftally.calls.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/** A body that asks once more when all of it, if it is short, is in the connection's buffer and nothing is sent yet. */
final class AskingLast extends HttpEntityWrapper {

    /** Throws to keep what is buffered from being sent. */
    interface Question {
        void ask() throws IOException;
    }

    private final Question question;

    AskingLast(HttpEntity body, Question question) {
        super(body);
        this.question = question;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        super.writeTo(new Unflushed(out));
        question.ask();
    }

    /** The end of the body sends it. */
    private static final class Unflushed extends FilterOutputStream {

        Unflushed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void flush() {}
    }
}
