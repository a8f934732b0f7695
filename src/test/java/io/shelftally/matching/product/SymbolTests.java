package io.shelftally.matching.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.EncodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Symbols that are drawn, and decoded by a decoder that knows nothing of this project. */
class SymbolTests {

    private static final int WIDTH = 400;
    private static final int HEIGHT = 400;
    private static final int QUIET = 40;
    /** How the writer of Code 128 is told FNC1. */
    private static final String FNC1 = "\u00F1";

    @ParameterizedTest
    @CsvSource({
        "EAN_13, 9506000134352, 09506000134352",
        "EAN_13, 0049000000450, 00049000000450",
        "EAN_13, 9772434561006, 09772434561006",
        "EAN_8, 96385074, 00000096385074",
        "EAN_8, 12345670, 00000012345670",
        "UPC_A, 049000000450, 00049000000450",
        "UPC_E, 01245608, 00012000004568",
        "UPC_E, 07897209, 00078000009729",
        "ITF, 19506000134359, 19506000134359",
        "CODE_39, 049000000450, 00049000000450",
        "CODE_93, 049000000450, 00049000000450",
        "CODE_128, 049000000450, 00049000000450",
        "PDF_417, 9506000134352, 09506000134352",
        "AZTEC, (01)09506000134352, 09506000134352",
        "QR_CODE, https://id.gs1.org/01/09506000134352/10/AB, 09506000134352",
        "DATA_MATRIX, https://example.com/01/9506000134352, 09506000134352"
    })
    void aSymbolIsReadWithItsAimPrefixAndWithout(BarcodeFormat format, String content, String gtin) throws Exception {
        Result decoded = decoded(drawn(format, content, Map.of()), Map.of());

        assertThat(gtin(decoded.getText())).contains(gtin);
        assertThat(gtin(aimPrefix(decoded) + decoded.getText())).contains(gtin);
    }

    @Test
    void aSymbolOfCodabarHoldsNoProduct() throws Exception {
        Result decoded = decoded(drawn(BarcodeFormat.CODABAR, "A0049000000450B", Map.of()), Map.of());

        assertThat(decoded.getText()).isEqualTo("0049000000450");
        assertThat(gtin(aimPrefix(decoded) + decoded.getText())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "^0109506000134352",
        "^010950600013435210AB-1^17261231",
        "^1726123110AB-1^0109506000134352",
        "^02195060001343593712^0109506000134352",
        "^31030001250109506000134352"
    })
    void theElementStringsOfACode128AreRead(String content) throws Exception {
        BitMatrix symbol = drawn(BarcodeFormat.CODE_128, content.replace("^", FNC1), Map.of());

        Result decoded = decoded(symbol, Map.of(DecodeHintType.ASSUME_GS1, true));

        assertThat(decoded.getText()).startsWith("]C1");
        assertThat(gtin(decoded.getText())).contains("09506000134352");
    }

    @Test
    void aDecoderThatDropsTheSeparatorsLeavesTheFirstElementStringsAlone() throws Exception {
        Result itemFirst = decoded(
                drawn(BarcodeFormat.CODE_128, FNC1 + "010950600013435210AB" + FNC1 + "17261231", Map.of()), Map.of());
        Result itemLast =
                decoded(drawn(BarcodeFormat.CODE_128, FNC1 + "10AB" + FNC1 + "0109506000134352", Map.of()), Map.of());

        assertThat(gtin(itemFirst.getText())).contains("09506000134352");
        assertThat(itemLast.getText()).isEqualTo("10AB0109506000134352");
        assertThat(gtin(itemLast.getText())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"DATA_MATRIX, true", "DATA_MATRIX, false", "QR_CODE, false"})
    void theElementStringsOfATwoDimensionalSymbolAreRead(BarcodeFormat format, boolean compact) throws Exception {
        Map<EncodeHintType, Object> hints =
                Map.of(EncodeHintType.GS1_FORMAT, true, EncodeHintType.DATA_MATRIX_COMPACT, compact);

        Result decoded = decoded(drawn(format, "1726123110AB\u001D0109506000134352", hints), Map.of());

        assertThat(gtin(decoded.getText())).contains("09506000134352");
        assertThat(gtin(aimPrefix(decoded) + decoded.getText())).contains("09506000134352");
    }

    private static Optional<String> gtin(String text) {
        return IdentifierReader.read(text).map(Identifier::gtin).map(Gtin::digits);
    }

    private static String aimPrefix(Result decoded) {
        return String.valueOf(decoded.getResultMetadata().get(ResultMetadataType.SYMBOLOGY_IDENTIFIER));
    }

    private static BitMatrix drawn(BarcodeFormat format, String content, Map<EncodeHintType, ?> hints)
            throws WriterException {
        return new MultiFormatWriter().encode(content, format, WIDTH, HEIGHT, hints);
    }

    private static Result decoded(BitMatrix symbol, Map<DecodeHintType, ?> hints) throws NotFoundException {
        int width = symbol.getWidth() + 2 * QUIET;
        int height = symbol.getHeight() + 2 * QUIET;
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, 0xFFFFFF);
        for (int y = 0; y < symbol.getHeight(); y++) {
            for (int x = 0; x < symbol.getWidth(); x++) {
                if (symbol.get(x, y)) {
                    pixels[(y + QUIET) * width + x + QUIET] = 0;
                }
            }
        }
        RGBLuminanceSource image = new RGBLuminanceSource(width, height, pixels);
        return new MultiFormatReader().decode(new BinaryBitmap(new HybridBinarizer(image)), hints);
    }
}
