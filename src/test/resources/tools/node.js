const fs = require("fs");
const url = require("url");

/** Modules of either kind: some cannot be required. */
const load = (name) => import(url.pathToFileURL(require.resolve(name)));
const read = (file) => fs.readFileSync(file, "utf8");

/** JSON that keeps every digit of a big integer. */
const json = (rows) =>
  JSON.stringify(rows, (name, value) => (typeof value === "bigint" ? `<${value}>` : value)).replace(/"<(\d+)>"/g, "$1");

(async () => {
  PRELUDE;
  const rows = await (CALL);
  console.log(typeof rows === "object" && !Buffer.isBuffer(rows) ? json(rows) : String(rows));
})();
