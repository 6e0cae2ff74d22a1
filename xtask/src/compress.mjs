// Joins the style sheets of each page into one, shortens the names between its program and the browser, writes NAME.br and NAME.gz beside every text and wasm file of the
// folder given as argument, and says how large the first load is. Run by xtask; node has both compressors built in.
import { createHash } from "node:crypto";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";

const dist = process.argv.at(-1);
const kinds = new Set([".wasm", ".js", ".css", ".html", ".svg", ".json"]);

readdirSync(dist, { recursive: true })
  .filter((name) => basename(name) === "index.html")
  .forEach((name) => {
    joinSheets(join(dist, name));
    shortenNames(join(dist, name));
  });

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
  const folder = dirname(index);
  const sheets = links.map(([, , name]) => join(folder, name));
  const joined = sheets.map((sheet) => readFileSync(sheet, "utf8").replaceAll(/\/\*[^]*?\*\//g, "")).join("\n");
  const hash = (kind, form) => createHash(kind).update(joined).digest(form);
  const name = `style-${hash("sha256", "hex").slice(0, 16)}.css`;
  sheets.forEach((sheet) => rmSync(sheet));
  writeFileSync(join(folder, name), joined);
  const link = `<link rel="stylesheet" href="${links[0][1]}${name}" integrity="sha384-${hash("sha384", "base64")}"/>`;
  const [first, ...others] = links.map(([whole]) => whole);
  const alone = others.reduce((text, other) => text.replace(other, ""), page.replace(first, `${link}\n    `));
  writeFileSync(index, alone);
}

// Every name between the program and its script ends in sixteen digits by chance, which nothing compresses: three
// kilobytes of them. Each becomes the word alone, with a number where it is there twice.
function shortenNames(index) {
  const folder = dirname(index);
  const script = readdirSync(folder).find((name) => /-[0-9a-f]{12,}\.js$/.test(name));
  const stem = script?.slice(0, -3);
  if (stem === undefined || !readdirSync(folder).includes(`${stem}_bg.wasm`)) return;
  const names = new Map();
  const taken = new Set();
  const short = (name) => {
    if (!/_h?[0-9a-f]{16}$/.test(name)) return name;
    if (!names.has(name)) {
      const word = `${name.replace(/_+h?[0-9a-f]{16}$/, "")}$`;
      let free = word;
      for (let number = 1; taken.has(free); number += 1) free = `${word}${number}`;
      taken.add(free);
      names.set(name, free);
    }
    return names.get(name);
  };
  const wasm = renamed(readFileSync(join(folder, `${stem}_bg.wasm`)), short);
  const text = readFileSync(join(folder, script), "utf8").replaceAll(/\w+_h?[0-9a-f]{16}\b/g, (name) => names.get(name) ?? name);
  const hash = createHash("sha256").update(wasm).update(text).digest("hex").slice(0, 16);
  const fresh = stem.replace(/[0-9a-f]+$/, hash);
  let page = readFileSync(index, "utf8").replaceAll(stem, fresh);
  for (const [end, content] of [[".js", text], ["_bg.wasm", wasm]]) {
    renameSync(join(folder, `${stem}${end}`), join(folder, `${fresh}${end}`));
    writeFileSync(join(folder, `${fresh}${end}`), content);
    const integrity = `sha384-${createHash("sha384").update(content).digest("base64")}`;
    const link = new RegExp(`(href="[^"]*${fresh}${end}"[^>]*integrity=")[^"]*`, "g");
    page = page.replaceAll(link, (_, before) => before + integrity);
  }
  writeFileSync(index, page);
}

// The module with other names for what it imports and exports.
function renamed(wasm, name) {
  const size = (number) => (number < 128 ? [number] : [(number & 127) | 128, ...size(number >>> 7)]);
  let at = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = wasm[at++];
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  };
  const word = () => {
    const length = number();
    return wasm.toString("utf8", at, (at += length));
  };
  const written = (text) => [...size(Buffer.byteLength(text)), ...Buffer.from(text)];
  const skip = (from) => wasm.subarray(from, at);
  const limits = () => {
    const flags = number();
    number();
    if (flags & 1) number();
  };
  const described = [number, () => { at += 1; limits(); }, limits, () => { at += 2; }, () => { at += 1; number(); }];
  const entry = {
    2: () => {
      const names = [written(word()), written(name(word()))];
      const from = at;
      described[wasm[at++]]();
      return [...names.flat(), ...skip(from)];
    },
    7: () => {
      const text = written(name(word()));
      const from = at++;
      number();
      return [...text, ...skip(from)];
    },
  };
  // The names of functions brought like beside like (`--reorder-functions-by-name`); nobody is delivered them.
  const spoken = new Set(["name", "producers"]);
  const parts = [wasm.subarray(0, 8)];
  while (at < wasm.length) {
    const from = at;
    const section = wasm[at++];
    const end = number() + at;
    if (section in entry) {
      const count = number();
      const body = [...size(count)];
      for (let left = count; left > 0; left -= 1) body.push(...entry[section]());
      parts.push(Buffer.from([section, ...size(body.length), ...body]));
    }
    const left = section === 0 && spoken.has(word());
    at = end;
    if (!(section in entry || left)) parts.push(wasm.subarray(from, end));
  }
  return Buffer.concat(parts);
}

const kB = (bytes) => `${Math.round(bytes / 1000)} kB`;
console.log(`the app is ${kB(raw)}, ${kB(wire)} over the wire`);
