// Joins the style sheets of the page into one, writes NAME.br and NAME.gz beside every text and wasm file of the
// folder given as argument, and says how large the first load is. Run by xtask; node has both compressors built in.
import { createHash } from "node:crypto";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";

const dist = process.argv.at(-1);
const kinds = new Set([".wasm", ".js", ".css", ".html", ".svg", ".json"]);

joinSheets(join(dist, "index.html"));

let raw = 0;
let wire = 0;

for (const name of readdirSync(dist, { recursive: true })) {
  if (!kinds.has(extname(name))) continue;
  const file = join(dist, name);
  const content = readFileSync(file);
  const text = extname(name) !== ".wasm";
  const brotli = brotliCompressSync(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      [constants.BROTLI_PARAM_MODE]: text ? constants.BROTLI_MODE_TEXT : constants.BROTLI_MODE_GENERIC,
    },
  });
  writeFileSync(`${file}.br`, brotli);
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  raw += content.length;
  wire += brotli.length;
}

// Each sheet is a request of its own before anything can be drawn; they stay apart only for those who write them.
function joinSheets(index) {
  const page = readFileSync(index, "utf8");
  const links = [...page.matchAll(/<link rel="stylesheet" href="([^"]*\/)([^"/]+\.css)"[^>]*>\s*/g)];
  if (links.length < 2) return;
  const sheets = links.map(([, , name]) => join(dist, name));
  const joined = sheets.map((sheet) => readFileSync(sheet, "utf8").replaceAll(/\/\*[^]*?\*\//g, "")).join("\n");
  const hash = (kind, form) => createHash(kind).update(joined).digest(form);
  const name = `style-${hash("sha256", "hex").slice(0, 16)}.css`;
  sheets.forEach((sheet) => rmSync(sheet));
  writeFileSync(join(dist, name), joined);
  const link = `<link rel="stylesheet" href="${links[0][1]}${name}" integrity="sha384-${hash("sha384", "base64")}"/>`;
  const [first, ...others] = links.map(([whole]) => whole);
  const alone = others.reduce((text, other) => text.replace(other, ""), page.replace(first, `${link}\n    `));
  writeFileSync(index, alone);
}

const kB = (bytes) => `${Math.round(bytes / 1000)} kB`;
console.log(`the app is ${kB(raw)}, ${kB(wire)} over the wire`);
