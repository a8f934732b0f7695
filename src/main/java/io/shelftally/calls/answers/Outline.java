package io.shelftally.calls.answers;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.util.JsonParserDelegate;

/** Makes the arrays under a name look empty; their elements are read whole all the same, so that what is broken is found. */
final class Outline extends JsonParserDelegate {

    private final String arrays;

    Outline(JsonParser parser, String arrays) {
        super(parser);
        this.arrays = arrays;
    }

    @Override
    public @Nullable JsonToken nextToken() {
        boolean isNamed = delegate.currentToken() == JsonToken.START_ARRAY
                && arrays.equals(delegate.streamReadContext().getParent().currentName());
        return isNamed ? end() : delegate.nextToken();
    }

    @Override
    public @Nullable String nextName() {
        return nextToken() == JsonToken.PROPERTY_NAME ? currentName() : null;
    }

    private @Nullable JsonToken end() {
        int open = 1;
        JsonToken token = JsonToken.START_ARRAY;
        while (open > 0 && token != null) {
            token = delegate.nextToken();
            check(token);
            open += token == null ? 0 : token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        }
        return token;
    }

    /** Decodes the value, and holds it to the bounds that count only when somebody asks for it. */
    private void check(@Nullable JsonToken token) {
        delegate.finishToken();
        if (token == JsonToken.VALUE_STRING) {
            streamReadConstraints().validateStringLength(delegate.getStringLength());
        } else if (token == JsonToken.VALUE_NUMBER_INT) {
            streamReadConstraints().validateIntegerLength(delegate.getStringLength());
        } else if (token == JsonToken.VALUE_NUMBER_FLOAT) {
            streamReadConstraints().validateFPLength(delegate.getStringLength());
        }
    }
}
