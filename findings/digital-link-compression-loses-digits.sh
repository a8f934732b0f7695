#!/usr/bin/env bash
# digital-link.js compresses a GS1 Digital Link to that of another lot or serial number: digits go through a number.
#
# Versions: npm digital-link.js 1.4.3.
# One would expect that decompressWebUri gives back each valid link that compressWebUri took.
# A lot or a serial number of digits alone loses its leading zeros, so that 007 becomes 7, which is another lot by GS1's
# rules; and what is beyond 2^53 is rounded. With a letter in it, it comes back whole. An SSCC above 2^53 is rounded as well,
# and then refused for a check digit that is wrong only since.
#
# Seen on 2026-11-28 (valid by isValid: each of them):
#   /01/00049000000450/10/L007 -> /01/00049000000450/10/L007
#   /01/00049000000450/10/007 -> /01/00049000000450/10/7
#   /01/00049000000450/21/00012345 -> /01/00049000000450/21/12345
#   /01/00049000000450/21/123456789012345678 -> /01/00049000000450/21/123456789012345680
#   /00/006141411234567890 -> /00/006141411234567890
#   /00/106141411234567897 -> INVALID CHECK DIGIT (00)106141411234567900

. "$(dirname -- "$0")/.lib"

packages digital-link.js@1.4.3

node_source <<'EOJ' | as_seen
const { DigitalLink, Utils } = require("digital-link.js");

const HOST = "https://id.gs1.org";

function thereAndBack(link) {
  try {
    return Utils.decompressWebUri(Utils.compressWebUri(HOST + link)).replace(HOST, "");
  } catch (error) {
    const told = String(error.message ?? error);
    return `${told.split(":")[0]} ${told.match(/\(00\)\d+/)}`;
  }
}

for (const link of [
  "/01/00049000000450/10/L007",
  "/01/00049000000450/10/007",
  "/01/00049000000450/21/00012345",
  "/01/00049000000450/21/123456789012345678",
  "/00/006141411234567890",
  "/00/106141411234567897",
]) {
  console.log(`${link} -> ${DigitalLink(HOST + link).isValid() ? thereAndBack(link) : "not valid"}`);
}
EOJ
