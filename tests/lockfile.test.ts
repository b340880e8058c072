import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './support/program.ts';

interface Locked {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly hasInstallScript?: boolean;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
}

const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};

describe('the lockfile', () => {
  it('has the packages of every platform, so that npm ci works on each', () => {
    const missing = Object.entries(packages).flatMap(([at, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !(`node_modules/${name}` in packages || `${at}/node_modules/${name}` in packages),
      ),
    );
    expect(missing).toEqual([]);
  });

  it('lets no package run a script at installing but the pinned Node', () => {
    const scripts = Object.entries(packages)
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([at]) => at.replace(/^.*node_modules\//, ''));
    expect(scripts.filter((name) => !['node', 'fsevents', ''].includes(name))).toEqual([]);
  });

  it('knows each package by its hash', () => {
    const without = Object.entries(packages).filter(
      ([at, { integrity }]) => at !== '' && !/^sha512-/.test(integrity ?? ''),
    );
    expect(without.map(([at]) => at)).toEqual([]);
  });

  it('takes everything from the registry: no folder, no repository, no address of its own', () => {
    const others = Object.entries(packages).filter(
      ([, { resolved, link }]) =>
        link === true ||
        !(resolved ?? 'https://registry.npmjs.org/').startsWith('https://registry.npmjs.org/'),
    );
    expect(others.map(([at]) => at)).toEqual([]);
  });
});

describe('the package', () => {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

  it('brings nothing along to those who install it, and runs nothing there: all is compiled in', () => {
    expect(manifest.dependencies ?? {}).toEqual({});
    expect(manifest.optionalDependencies ?? {}).toEqual({});
    expect(Object.keys(manifest.allowScripts)).toEqual(['node']);
    for (const name of ['preinstall', 'install', 'postinstall']) {
      expect(manifest.scripts).not.toHaveProperty(name);
    }
  });
});
