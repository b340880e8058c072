// Loaded ahead of the program by code.ts: at the program's end, writes the code of each script that was
// run from dist/, into the folder where the program looks for it.

import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const folder = join(dist, 'code', `${process.version}-${process.platform}-${process.arch}`);
// The program looks for code only where this folder is.
mkdirSync(folder, { recursive: true });
const kept = new Map<string, vm.Script>();

vm.Script = class extends vm.Script {
  constructor(source: string, options: vm.ScriptOptions) {
    super(source, options);
    const file = options.filename ?? '';
    if (file.startsWith(dist.endsWith(sep) ? dist : dist + sep)) kept.set(file, this);
  }
};

process.on('exit', () => {
  for (const [file, script] of kept) {
    const name = join(folder, basename(file));
    // The program may be running meanwhile: it finds the whole code or none.
    writeFileSync(`${name}.${process.pid}`, script.createCachedData());
    renameSync(`${name}.${process.pid}`, name);
  }
});
