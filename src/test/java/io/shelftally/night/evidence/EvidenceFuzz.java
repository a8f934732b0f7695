package io.shelftally.night.evidence;

import io.shelftally.fuzz.FuzzTarget;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Bodies that are kept and read back. */
public final class EvidenceFuzz {

    private EvidenceFuzz() {}

    public static List<FuzzTarget> targets() {
        return List.of(
                new FuzzTarget("evidence", List.of("{}", "abc".repeat(200)), FuzzTarget.JSON, EvidenceFuzz::check));
    }

    /** A store that holds these bodies, each under a name of its own. */
    public static EvidenceStore holding(Map<String, byte[]> bodies) {
        Map<String, byte[]> kept = new HashMap<>(bodies);
        SimpleDriverDataSource none = new SimpleDriverDataSource();
        return new EvidenceStore(new NamedParameterJdbcTemplate(none), JdbcClient.create(none)) {
            @Override
            public byte[] body(String name) {
                return kept.getOrDefault(name, new byte[0]);
            }
        };
    }

    private static void check(byte[] body) {
        EvidenceBody kept = EvidenceBody.of(body);
        byte[] packed = kept.packed();
        if (!Arrays.equals(EvidenceBody.unpacked(packed), body) || kept.length() != body.length) {
            throw new AssertionError("not as it was: " + new String(body, StandardCharsets.UTF_8));
        }
        packed[packed.length / 2] ^= 4;
        try {
            EvidenceBody.unpacked(packed);
        } catch (UncheckedIOException documented) {
            if (documented.getCause() == null) {
                throw documented;
            }
        }
    }
}
