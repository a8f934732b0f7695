#!/usr/bin/env bash
# gtin's upcE.compress makes a UPC-E of codes that have none, and it is that of another product.
#
# Versions: npm gtin 1.0.2.
# One would expect null for a UPC-A without a UPC-E, as its read-me says, and that expand gives back what was compressed.
# A UPC-A of five free digits, four zeros and a last one has a UPC-E if the last is 5 to 9; with 0 to 4, a UPC-E that ends so
# means something else. compress takes those too. Of all million such codes 450,000 come back as other digits, and 74,000 of
# these with a right check digit, so that nothing later can tell. expand itself is right.
#
# Seen on 2026-11-28:
#   012345000058 -> 01234558 -> 012345000058
#   000002000022 -> 00000222 -> 000200000022
#   0 MMMMM 0000 K: 1000000 compressed, 450000 expand to other digits, 74000 of them with a right check digit

. "$(dirname -- "$0")/.lib"

packages gtin@1.0.2

node_source <<'EOJ' | as_seen
const { upcE, isValid } = require("gtin");

const check = (digits) => (10 - [...digits].reduce((sum, digit, at) => sum + digit * (at % 2 ? 1 : 3), 0) % 10) % 10;

for (const upcA of ["012345000058", "000002000022"]) {
  const compressed = upcE.compress(upcA);
  console.log(`${upcA} -> ${compressed} -> ${upcE.expand(compressed)}`);
}

let compressed = 0;
let other = 0;
let valid = 0;
for (let company = 0; company < 100000; company++) {
  for (let item = 0; item < 10; item++) {
    const digits = `0${String(company).padStart(5, "0")}0000${item}`;
    const upcA = digits + check(digits);
    const short = upcE.compress(upcA);
    if (short !== null) {
      compressed++;
      const back = upcE.expand(short);
      if (back !== upcA) {
        other++;
        valid += isValid(back) ? 1 : 0;
      }
    }
  }
}
console.log(`0 MMMMM 0000 K: ${compressed} compressed, ${other} expand to other digits, ${valid} of them with a right check digit`);
EOJ
