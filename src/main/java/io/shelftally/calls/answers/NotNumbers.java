package io.shelftally.calls.answers;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.JsonTokenId;
import tools.jackson.core.util.JsonParserDelegate;

/** Makes NaN, Infinity and -Infinity look like null. */
final class NotNumbers extends JsonParserDelegate {

    NotNumbers(JsonParser parser) {
        super(parser);
    }

    @Override
    public @Nullable JsonToken nextToken() {
        delegate.nextToken();
        return currentToken();
    }

    @Override
    public @Nullable String nextName() {
        return nextToken() == JsonToken.PROPERTY_NAME ? currentName() : null;
    }

    @Override
    public @Nullable JsonToken currentToken() {
        JsonToken token = delegate.currentToken();
        return token == JsonToken.VALUE_NUMBER_FLOAT && isNoNumber() ? JsonToken.VALUE_NULL : token;
    }

    @Override
    public int currentTokenId() {
        JsonToken token = currentToken();
        return token == null ? JsonTokenId.ID_NO_TOKEN : token.id();
    }

    @Override
    public boolean hasTokenId(int id) {
        return currentTokenId() == id;
    }

    @Override
    public boolean hasToken(JsonToken token) {
        return currentToken() == token;
    }

    /** By its text, which alone tells such a token from a number beyond the range of a double. */
    private boolean isNoNumber() {
        String text = delegate.getString();
        return text != null && !text.isEmpty() && Character.isLetter(text.charAt(text.charAt(0) == '-' ? 1 : 0));
    }
}
