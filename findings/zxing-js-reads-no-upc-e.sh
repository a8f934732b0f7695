#!/usr/bin/env bash
# ZXing's port to JavaScript reads no UPC-E symbol at all, though its formats name it; ZXing itself reads them.
#
# Versions: com.google.zxing:core 3.5.4, npm @zxing/library 0.23.0.
# One would expect that the port reads what the original draws, as it does with UPC-A, or that UPC_E is no format of it.
# ZXing draws two symbols of each kind. The port reads the UPC-A; of a UPC-E it says that nothing was found, though no other
# format is asked for. In its source the last digit, which says how a UPC-E is expanded for its check digit, is compared as
# the code of its character.
#
# Seen on 2026-11-28:
#   UPC_A 049000000450: ZXing 049000000450, its port 049000000450
#   UPC_A 042100005264: ZXing 042100005264, its port 042100005264
#   UPC_E 04252614: ZXing 04252614, its port NotFoundException
#   UPC_E 01234505: ZXing 01234505, its port NotFoundException

. "$(dirname -- "$0")/.lib"

jars com.google.zxing:core:3.5.4
packages @zxing/library@0.23.0

# Each line: format, code, what ZXing reads, and the modules of the symbol, 1 for a bar.
java_source >"$temp/symbols" <<'EOJ'
import com.google.zxing.*;
import com.google.zxing.common.*;

class Finding {

    static final int HEIGHT = 60;

    public static void main(String[] args) throws Exception {
        draw(BarcodeFormat.UPC_A, "049000000450");
        draw(BarcodeFormat.UPC_A, "042100005264");
        draw(BarcodeFormat.UPC_E, "04252614");
        draw(BarcodeFormat.UPC_E, "01234505");
    }

    static void draw(BarcodeFormat format, String code) throws Exception {
        BitMatrix symbol = new MultiFormatWriter().encode(code, format, 400, HEIGHT);
        StringBuilder modules = new StringBuilder();
        int[] pixels = new int[symbol.getWidth() * HEIGHT];
        for (int x = 0; x < symbol.getWidth(); x++) {
            modules.append(symbol.get(x, 0) ? '1' : '0');
            for (int y = 0; y < HEIGHT; y++) {
                pixels[y * symbol.getWidth() + x] = symbol.get(x, y) ? 0xFF000000 : 0xFFFFFFFF;
            }
        }
        LuminanceSource image = new RGBLuminanceSource(symbol.getWidth(), HEIGHT, pixels);
        Result read = new MultiFormatReader().decode(new BinaryBitmap(new HybridBinarizer(image)));
        System.out.println(format + " " + code + " " + read.getText() + " " + modules);
    }
}
EOJ

node_source <<'EOJ' | as_seen
const zxing = require("@zxing/library");
const { readFileSync } = require("node:fs");

const HEIGHT = 60;

function read(format, modules) {
  const row = [...modules].map((module) => (module === "1" ? 0 : 255));
  const pixels = Uint8ClampedArray.from(Array(HEIGHT).fill(row).flat());
  const image = new zxing.RGBLuminanceSource(pixels, row.length, HEIGHT);
  const hints = new Map([[zxing.DecodeHintType.POSSIBLE_FORMATS, [zxing.BarcodeFormat[format]]]]);
  try {
    return new zxing.MultiFormatReader().decode(new zxing.BinaryBitmap(new zxing.HybridBinarizer(image)), hints).getText();
  } catch (error) {
    return error.getKind();
  }
}

for (const line of readFileSync("symbols", "utf8").trim().split("\n")) {
  const [format, code, original, modules] = line.split(" ");
  console.log(`${format} ${code}: ZXing ${original}, its port ${read(format, modules)}`);
}
EOJ
