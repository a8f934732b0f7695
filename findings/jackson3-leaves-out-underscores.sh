#!/usr/bin/env bash
# Jackson 3 writes no property for a getter such as get_producer(), which Jackson 2 writes as _producer.
#
# Versions: tools.jackson.core:jackson-databind 3.1.5, com.fasterxml.jackson.core:jackson-databind 2.21.5.
# One would expect that classes which are annotated for Jackson 2 are written alike by Jackson 3, which shares the annotations.
# The types of OpenLineage's Java client name _producer in @JsonPropertyOrder and on the parameters of their @JsonCreator, and leave the
# getter get_producer() to its name. Jackson 3 takes only a getter whose name goes on with a letter, so the
# property is left out in silence, and so are all that begin with an underscore, which the schemas require. Its reader takes them.
# The way around: a DefaultAccessorNamingStrategy.Provider with withFirstCharAcceptance(true, true).
#
# Seen on 2026-11-28:
#   Jackson 2: {"_producer":"urn:example","name":"schema"}
#   Jackson 3: {"name":"schema"}
#   Jackson 3 reads: urn:example
#   Jackson 3, any first character: {"_producer":"urn:example","name":"schema"}

. "$(dirname -- "$0")/.lib"

jars tools.jackson.core:jackson-databind:3.1.5 com.fasterxml.jackson.core:jackson-databind:2.21.5

java_source <<'EOJ' | as_seen
import com.fasterxml.jackson.annotation.*;
import tools.jackson.databind.introspect.DefaultAccessorNamingStrategy;
import tools.jackson.databind.json.JsonMapper;

class Finding {

    @JsonPropertyOrder({"_producer", "name"})
    public static final class Facet {

        private final String producer;
        private final String name;

        @JsonCreator
        public Facet(@JsonProperty("_producer") String producer, @JsonProperty("name") String name) {
            this.producer = producer;
            this.name = name;
        }

        public String get_producer() {
            return producer;
        }

        public String getName() {
            return name;
        }
    }

    public static void main(String[] args) throws Exception {
        Facet facet = new Facet("urn:example", "schema");
        String second = new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(facet);
        JsonMapper third = JsonMapper.builder().build();
        System.out.println("Jackson 2: " + second);
        System.out.println("Jackson 3: " + third.writeValueAsString(facet));
        System.out.println("Jackson 3 reads: " + third.readValue(second, Facet.class).get_producer());
        System.out.println("Jackson 3, any first character: " + JsonMapper.builder()
                .accessorNaming(new DefaultAccessorNamingStrategy.Provider().withFirstCharAcceptance(true, true))
                .build()
                .writeValueAsString(facet));
    }
}
EOJ
