package io.shelftally.calls.http;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;

/** Reads the heads of a connection's answers, but none that was there before it was asked for: it would be taken for another's. */
final class AskedFor implements HttpMessageParser<ClassicHttpResponse> {

    private final HttpMessageParser<ClassicHttpResponse> parser;
    private boolean isMoreToCome;

    AskedFor(HttpMessageParser<ClassicHttpResponse> parser) {
        this.parser = parser;
    }

    @Override
    public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream in) throws IOException, HttpException {
        if (buffer.length() > 0 && !isMoreToCome) {
            throw new ProtocolException("an answer that nobody asked for");
        }
        ClassicHttpResponse head = parser.parse(buffer, in);
        isMoreToCome = head != null && head.getCode() < HttpStatus.SC_SUCCESS;
        return head;
    }
}
