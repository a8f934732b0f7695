package io.shelftally;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts that mean harm to a file system, a page, a spreadsheet or a format; {@code planted} stands in each. */
public final class Hostile {

    private static final List<String> PIECES = List.of(
            "../",
            "..\\",
            "/",
            "\\",
            "~",
            "\u0000",
            "CON",
            "planted",
            "planted",
            "\u2028",
            "\u202E",
            "<",
            ">",
            "\"",
            "'",
            "&",
            "--",
            "]]>",
            "%s",
            "%1$s",
            "${x}",
            "=",
            "+",
            "-",
            "@",
            "\t",
            "\r",
            "\n",
            " ",
            "\u00A0",
            "|",
            ";",
            ",",
            "\uD800",
            "é",
            "\u0085",
            "\uFEFF",
            "javascript:",
            "</",
            "/>",
            " onload=",
            "-->",
            "script");

    private Hostile() {}

    /** The ones that have names. */
    public static List<String> known() {
        return List.of(
                "../../../../planted",
                "/planted/absolute",
                "..\\..\\planted",
                "planted\u0000.csv",
                "CON",
                "planted".repeat(43),
                "planted\u2028line",
                "planted\u202Egnp.exe",
                "<script>planted()</script>",
                "\"><img src=x onerror=planted()>",
                "' onmouseover='planted()",
                "</title></style></svg><script>planted()",
                "<!-- planted",
                "]]> planted",
                "&lt;script&gt;planted",
                "=HYPERLINK(\"http://planted\")",
                "+planted",
                "-planted|' /C calc'!A0",
                "@planted",
                "\t=planted",
                "\r=planted",
                " =planted",
                "\u00A0=planted",
                "{{7*7}}${7*7}%s%n%1$s planted",
                "\uD800planted");
    }

    /** The known ones, and so many more drawn from a seed. */
    public static List<String> texts(long seed, int more) {
        Random random = new Random(seed);
        List<String> texts = new ArrayList<>(known());
        for (int i = 0; i < more; i++) {
            texts.add(IntStream.range(0, 1 + random.nextInt(12))
                    .mapToObj(n -> PIECES.get(random.nextInt(PIECES.size())))
                    .collect(Collectors.joining()));
        }
        return texts;
    }
}
