#!/usr/bin/env bash
# ZXing tells that a symbol is GS1-128 and leaves out the separators of its fields all the same, unlike in a GS1 QR code.
#
# Versions: com.google.zxing:core 3.5.4.
# One would expect that FNC1 between two fields of GS1 data is read as GS (0x1D), by which a lot without a fixed length ends,
# at least where the library itself says ]C1, GS1-128.
# Of a Code 128 each FNC1 is dropped unless the hint ASSUME_GS1 is given: lot LOT7 and expiry 17 261231 become the lot
# LOT717261231. With the hint the separator is there, and the text begins with ]C1, too. A QR code that is made as GS1 gives
# the separator without a hint, and no prefix. The text alone does not show which of the three it is.
#
# Seen on 2026-11-28:
#   CODE_128: ]C1, 010004900000045010LOT717261231
#   CODE_128, ASSUME_GS1: ]C1, ]C1010004900000045010LOT7<GS>17261231
#   QR_CODE: ]Q3, 010004900000045010LOT7<GS>17261231
#   QR_CODE, ASSUME_GS1: ]Q3, 010004900000045010LOT7<GS>17261231

. "$(dirname -- "$0")/.lib"

jars com.google.zxing:core:3.5.4

java_source <<'EOJ' | as_seen
import com.google.zxing.*;
import com.google.zxing.common.*;
import java.util.Map;

class Finding {

    static final int SCALE = 4;

    /** GTIN 00049000000450, lot LOT7, expiry 2026-12-31; % and U+00F1 are what each writer takes for FNC1. */
    public static void main(String[] args) throws Exception {
        BitMatrix code128 = new MultiFormatWriter()
                .encode("\u00F1010004900000045010LOT7\u00F117261231", BarcodeFormat.CODE_128, 400, 40);
        BitMatrix qrCode = new MultiFormatWriter()
                .encode("010004900000045010LOT7%17261231", BarcodeFormat.QR_CODE, 40, 40, Map.of(EncodeHintType.GS1_FORMAT, true));
        show("", code128, Map.of());
        show(", ASSUME_GS1", code128, Map.of(DecodeHintType.ASSUME_GS1, true));
        show("", qrCode, Map.of());
        show(", ASSUME_GS1", qrCode, Map.of(DecodeHintType.ASSUME_GS1, true));
    }

    static void show(String what, BitMatrix symbol, Map<DecodeHintType, ?> hints) throws NotFoundException {
        int width = symbol.getWidth() * SCALE;
        int[] pixels = new int[width * symbol.getHeight() * SCALE];
        for (int at = 0; at < pixels.length; at++) {
            pixels[at] = symbol.get(at % width / SCALE, at / width / SCALE) ? 0xFF000000 : 0xFFFFFFFF;
        }
        LuminanceSource image = new RGBLuminanceSource(width, symbol.getHeight() * SCALE, pixels);
        Result read = new MultiFormatReader().decode(new BinaryBitmap(new HybridBinarizer(image)), hints);
        System.out.println(read.getBarcodeFormat() + what + ": "
                + read.getResultMetadata().get(ResultMetadataType.SYMBOLOGY_IDENTIFIER) + ", "
                + read.getText().replace("\u001D", "<GS>"));
    }
}
EOJ
