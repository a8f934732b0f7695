package io.shelftally.intake.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

class RecordSplitterTests {

    @Test
    void aRecordEndsAtLfOrCrlfOrWithTheText() {
        var pieces = CsvText.pieces("a,b\nc,d\r\ne,f");

        assertThat(pieces)
                .extracting(RecordSplitter.Piece::line, RecordSplitter.Piece::raw)
                .containsExactly(tuple(1L, "a,b"), tuple(2L, "c,d"), tuple(3L, "e,f"));
    }

    @Test
    void aQuotedLineEndStaysAndTheFirstLineNamesTheRecord() {
        var pieces = CsvText.pieces("a\n\"b\r\nb\n\",c\nd\n");

        assertThat(pieces)
                .extracting(RecordSplitter.Piece::line, RecordSplitter.Piece::raw)
                .containsExactly(tuple(1L, "a"), tuple(2L, "\"b\r\nb\n\",c"), tuple(5L, "d"));
    }

    @Test
    void blankLinesAreSkippedAndCounted() {
        var pieces = CsvText.pieces("\n \t\r\na\n\n\r\n\u00a0\nb\n\n");

        assertThat(pieces)
                .extracting(RecordSplitter.Piece::line, RecordSplitter.Piece::raw)
                .containsExactly(tuple(3L, "a"), tuple(7L, "b"));
    }

    @Test
    void aLineOfSeparatorsOrQuotesIsNotBlank() {
        assertThat(CsvText.pieces(",\n\"\"\n"))
                .extracting(RecordSplitter.Piece::raw)
                .containsExactly(",", "\"\"");
    }

    @Test
    void carriageReturnsEndRecordsWhereNothingElseDoes() {
        assertThat(CsvText.pieces("\ra,\"\"\"\n\"\r\"b\r\",c\rd"))
                .extracting(RecordSplitter.Piece::line, RecordSplitter.Piece::raw)
                .containsExactly(tuple(2L, "a,\"\"\"\n\""), tuple(3L, "\"b\r\",c"), tuple(5L, "d"));
        assertThat(CsvText.pieces("a\r\"b\nc\"\"\n\"\rd\r"))
                .extracting(RecordSplitter.Piece::raw)
                .containsExactly("a", "\"b\nc\"\"\n\"", "d");
        assertThat(CsvText.pieces("a\r12\"\rb"))
                .extracting(RecordSplitter.Piece::raw)
                .containsExactly("a", "12\"", "b");
    }

    @Test
    void carriageReturnsEndTheRecordsOfATextWithoutLfWithinTheLongestRecord() {
        assertThat(CsvText.pieces("abc\rdef\rghi\r", 6)).hasSize(3);
        assertThat(CsvText.pieces("abc\rd\ref", 6)).hasSize(3);
        assertThat(CsvText.pieces("abc\rd\ne", 6))
                .extracting(RecordSplitter.Piece::raw)
                .containsExactly("abc\rd", "e");
    }

    @Test
    void aLoneCarriageReturnBesideOtherLineEndsIsAnOrdinaryCharacter() {
        assertThat(CsvText.pieces("a\rb\nc\r\r\n"))
                .extracting(RecordSplitter.Piece::raw)
                .containsExactly("a\rb", "c\r");
    }

    @Test
    void whiteSpaceAfterAClosingQuoteIsKeptFromTheParserOnly() {
        var piece = CsvText.pieces("\"a\" \t,\"b\" \r\n").get(0);

        assertThat(piece.raw()).isEqualTo("\"a\" \t,\"b\" ");
        assertThat(piece.text()).isEqualTo("\"a\",\"b\"");
        assertThat(piece.torn()).isFalse();
    }

    @Test
    void aQuoteInsideAnUnquotedFieldOpensNothing() {
        var pieces = CsvText.pieces("12\" shelf, \"x\"\nnext\n");

        assertThat(pieces).extracting(RecordSplitter.Piece::raw).containsExactly("12\" shelf, \"x\"", "next");
        assertThat(pieces).extracting(RecordSplitter.Piece::torn).containsOnly(false);
    }

    @Test
    void textAfterAClosingQuoteTearsTheRow() {
        var pieces = CsvText.pieces("\"a\"b,c\n\"d\" e\n\"f\" \"g\"\nh\n");

        assertThat(pieces).extracting(RecordSplitter.Piece::torn).containsExactly(true, true, true, false);
    }

    @Test
    void aQuoteClosedByOneOfALaterRowIsTakenAsNeverClosed() {
        assertThatThrownBy(() -> CsvText.pieces("id,a\n1,\"x\n2,y\n3,\"z\"\n4,w\n"))
                .hasMessage(
                        "list.csv, line 2: a quote opens here and closes only on line 4, where other text follows.\n"
                                + "Close the quote, or write a quote that belongs to a value as \"\".");
    }

    @Test
    void theLineOfAnOpenQuoteIsTheQuotesNotTheRows() {
        assertThatThrownBy(() -> CsvText.pieces("id\n\"1\n1\",\"x\ny\n"))
                .hasMessageStartingWith("list.csv, line 3: a quote opens here and never closes.");
    }

    @Test
    void aRecordMayBeAsLongAsTheLimitAndNoLonger() {
        assertThat(CsvText.pieces("abcde\nf", 5)).hasSize(2);
        assertThatThrownBy(() -> CsvText.pieces("ab\nabcdef\n", 5))
                .hasMessage("list.csv, line 2: the row is longer than 5 characters.\n"
                        + "End the lines with LF or CRLF, or raise shelftally.intake.max-record-length.");
    }

    @Test
    void anOpenQuoteIsNotFollowedBeyondTheLimit() {
        assertThatThrownBy(() -> CsvText.pieces("a\n\"b\nc\nd\ne\nf\n", 5))
                .hasMessageStartingWith("list.csv, line 2: a quote opens here and does not close within 5 characters.");
    }
}
