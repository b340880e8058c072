// Stands in for what marked-terminal imports and inline.ts never lets it use: cli-highlight,
// cli-table3, node-emoji and supports-hyperlinks, which would cost some 110 ms at every start.
// The bundler and the tests resolve those four names to this file.

function unused(): never {
  throw new Error('marked-terminal was asked for more than inline text');
}

/** cli-table3's class and supports-hyperlinks' facts, both default exports. */
const standIn = Object.assign(unused, { stdout: false, stderr: false });
export default standIn;

/** cli-highlight's function. */
export const highlight = unused;

/** node-emoji's look-up. */
export const get = unused;
