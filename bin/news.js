#!/usr/bin/env node
// Checks the version of Node and runs the built program. Has to parse and run on Node 18, so that it
// can say which Node it needs.

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
// Before 22.16, and in all of 23, Node's SQLite has no full-text search.
if (major < 22 || (major === 22 && minor < 16) || major === 23) {
  process.stderr.write(
    `news: needs Node 22.16, or 24 or newer, and this is Node ${process.versions.node}\n`,
  );
  process.exit(2);
}
if (major < 24) {
  // Node 22 calls its SQLite experimental on standard error, where only errors belong.
  const { emitWarning } = process;
  process.emitWarning = (warning, ...rest) => {
    if (!/\bSQLite\b/.test(String(warning))) emitWarning.call(process, warning, ...rest);
  };
}

// Asked of the process rather than imported: an import would read every property of a module.
const builtin = process.getBuiltinModule;
const { closeSync, existsSync, fstatSync, openSync, readSync } = builtin('node:fs');
const { basename, dirname, join } = builtin('node:path');
const root = dirname(import.meta.dirname);
const dist = join(root, 'dist');
/** What V8 compiled of each script when the program was built, if this is the Node that built it. */
const code = join(dist, 'code', `${process.version}-${process.platform}-${process.arch}`);

/** Loads the build's scripts from their sources, with Node's own cache of compiled code. */
function fromSource() {
  const { createRequire, enableCompileCache } = builtin('node:module');
  enableCompileCache?.();
  return createRequire(import.meta.url);
}

const HEAD = '(function(exports,require,module,__filename,__dirname){';
const TAIL = '\n})';

/**
 * Loads the build's scripts with the code that was kept of them. Node's own cache holds no function
 * that is called later than its script is loaded, and these are nearly all: compiling them again takes
 * a third of the time of reading an article. What V8 can't use, it passes over and compiles.
 */
function fromCode() {
  const { Script } = builtin('node:vm');
  const loaded = new Map();
  // All files are read into one place: memory costs when it is touched for the first time.
  let room = Buffer.allocUnsafeSlow(1 << 19);

  /** A file's bytes with so much room around them, until the next is read; undefined where it is not there. */
  function bytesOf(file, before = 0, after = 0) {
    let descriptor;
    try {
      descriptor = openSync(file);
    } catch {
      return undefined;
    }
    const { size } = fstatSync(descriptor);
    if (before + size + after > room.length) {
      room = Buffer.allocUnsafeSlow(before + size + after);
    }
    readSync(descriptor, room, before, size, 0);
    closeSync(descriptor);
    return room.subarray(0, before + size + after);
  }

  /** A script's text as a function. The build writes ASCII alone: a text then takes one byte a sign. */
  function sourceOf(file) {
    const bytes = bytesOf(file, HEAD.length, TAIL.length);
    if (bytes === undefined) throw new Error(`${file} is missing`);
    bytes.latin1Write(HEAD, 0);
    bytes.latin1Write(TAIL, bytes.length - TAIL.length);
    return bytes.latin1Slice();
  }

  return function load(file) {
    const known = loaded.get(file);
    if (known) return known.exports;
    const module = { exports: {} };
    loaded.set(file, module);
    const source = sourceOf(file);
    const cachedData = bytesOf(join(code, basename(file)));
    const script = new Script(source, { filename: file, cachedData });
    const folder = dirname(file);
    const require = (name) => (name.startsWith('.') ? load(join(folder, name)) : builtin(name));
    script.runInThisContext()(module.exports, require, module, file, folder);
    return module.exports;
  };
}

const load = existsSync(code) ? fromCode() : fromSource();
const { main } = load(join(dist, 'main.cjs'));
process.exitCode = await main(process.argv.slice(2), join(root, 'articles'));
