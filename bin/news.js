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
const { existsSync, readFileSync } = builtin('node:fs');
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

/**
 * Loads the build's scripts with the code that was kept of them. Node's own cache holds no function
 * that is called later than its script is loaded, and these are nearly all: compiling them again takes
 * half the time of reading an article. What V8 can't use, it passes over and compiles.
 */
function fromCode() {
  const { Script } = builtin('node:vm');
  const loaded = new Map();
  return function load(file) {
    const known = loaded.get(file);
    if (known) return known.exports;
    const module = { exports: {} };
    loaded.set(file, module);
    const kept = join(code, basename(file));
    // The build writes ASCII alone, so that a text takes one byte a sign.
    const source = readFileSync(file, 'latin1');
    const script = new Script(
      `(function(exports,require,module,__filename,__dirname){${source}\n})`,
      {
        filename: file,
        ...(existsSync(kept) ? { cachedData: readFileSync(kept) } : {}),
      },
    );
    const folder = dirname(file);
    const require = (name) => (name.startsWith('.') ? load(join(folder, name)) : builtin(name));
    script.runInThisContext()(module.exports, require, module, file, folder);
    return module.exports;
  };
}

const load = existsSync(code) ? fromCode() : fromSource();
const { main } = load(join(dist, 'main.cjs'));
process.exitCode = await main(process.argv.slice(2), join(root, 'articles'));
