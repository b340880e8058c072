#!/usr/bin/env node
// Checks the version of Node, turns the compile cache on and hands over to the built program.
// Has to parse and run on Node 18, so that it can say which Node it needs.

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
// Asked of the process rather than imported: an import would read every property of the module.
process.getBuiltinModule('node:module').enableCompileCache?.();
const { main } = await import('../dist/main.js');
const articles = process
  .getBuiltinModule('node:url')
  .fileURLToPath(new URL('../articles', import.meta.url));
process.exitCode = await main(process.argv.slice(2), articles);
