// Reads pages as JSON strings, a line each, with @mozilla/readability on linkedom; writes {"html", "ms"}, a line each.
import { createInterface } from "node:readline";
import { createRequire } from "node:module";
const require = createRequire(new URL("../artifacts/readability/", import.meta.url));
const { Readability } = require("@mozilla/readability");
const { parseHTML } = require("linkedom");

for await (const line of createInterface({ input: process.stdin })) {
  const page = JSON.parse(line);
  const start = process.hrtime.bigint();
  let html = "";
  try {
    html = new Readability(parseHTML(page).document).parse()?.content ?? "";
  } catch (error) {
    process.stderr.write(error.message + "\n");
  }
  const ms = Number(process.hrtime.bigint() - start) / 1e6;
  process.stdout.write(JSON.stringify({ html, ms }) + "\n");
}
