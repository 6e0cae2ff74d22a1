// Writes NAME.br and NAME.gz beside every text and wasm file of the folder given as argument,
// and says how large the first load is. Run by xtask; node has both compressors built in.
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";

const dist = process.argv.at(-1);
const kinds = new Set([".wasm", ".js", ".css", ".html", ".svg", ".json"]);
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

const kB = (bytes) => `${Math.round(bytes / 1000)} kB`;
console.log(`the app is ${kB(raw)}, ${kB(wire)} over the wire`);
