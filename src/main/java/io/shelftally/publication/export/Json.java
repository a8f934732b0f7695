package io.shelftally.publication.export;

import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** JSON for people and scripts: indented, names in snake_case and in the order of the record, the same bytes anywhere. */
public final class Json {
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
    private static final ObjectWriter WRITER =
            MAPPER.writer().with(new DefaultPrettyPrinter().withObjectIndenter(INDENT));

    private Json() {}

    /** A record, or a map whose keys stay as they are, as a text that ends with a line end. */
    public static String text(Object value) {
        return WRITER.writeValueAsString(value) + "\n";
    }

    /** The same in one line, which ends with a line end. */
    public static String line(Object value) {
        return MAPPER.writeValueAsString(value) + "\n";
    }
}
