// `npm run release` writes the release archive of this machine's platform into release/, with its
// checksums and its list of packages. `npm run release -- --tree FOLDER` only lays out what is in it.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const {
  scripts,
  devDependencies: _,
  ...described
} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** What runs, and what an operator reads. */
const files = [
  ...['dist/src', 'src/entry.cjs', 'scripts/run-built.cjs', 'bin', 'prisma/migrations'],
  ...['ladders', 'manifest', 'deploy', 'docs', '.env.example'],
  ...['README.md', 'CHANGELOG.md', 'LICENSE', 'package-lock.json'],
];

const [option, folder] = process.argv.slice(2);
if (option === '--tree' && folder) layOut(resolve(folder));
else if (option === undefined) writeRelease();
else {
  console.error('What it takes: npm run release, or npm run release -- --tree FOLDER');
  process.exit(1);
}

/**
 * Copies the files, and installs what they need to run from the npm registry: the versions of the lock.
 * @param {string} tree
 */
function layOut(tree) {
  rmSync(tree, { recursive: true, force: true });
  for (const file of files) cpSync(join(root, file), join(tree, file), { recursive: true });
  const { start, ladder } = scripts;
  writeJson(join(tree, 'package.json'), { ...described, scripts: { start, ladder } });
  run('npm', ['ci', '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error'], tree);
  linkLibraries(tree);
  const list = run('npm', ['sbom', '--omit=dev', '--sbom-format=cyclonedx'], tree);
  writeFileSync(join(tree, 'sbom.cdx.json'), list);
}

/**
 * Makes the links between the embedded Postgres' libraries, which npm packs not and Ladder makes at its
 * first start: this tree may be read-only then.
 * @param {string} tree
 */
function linkLibraries(tree) {
  const files = JSON.stringify(join(tree, 'dist/src/database/embedded/files.js'));
  const link = `import(${files}).then((files) => files.linkLibraries(files.findPostgres(), () => ''))`;
  run(process.execPath, ['--eval', link], tree);
}

function writeRelease() {
  const name = `ladder-${described.version}-${process.platform}-${process.arch}`;
  const into = join(root, 'release');
  rmSync(into, { recursive: true, force: true });
  mkdirSync(into);
  layOut(join(into, name));
  const archive = `${name}.tar.gz`;
  const owner = ['--owner=0', '--group=0', '--numeric-owner', '--sort=name'];
  run('tar', [...owner, '-czf', archive, name], into);
  cpSync(join(into, name, 'sbom.cdx.json'), join(into, `${name}.cdx.json`));
  rmSync(join(into, name), { recursive: true });
  const sums = [archive, `${name}.cdx.json`].map((file) => {
    const sum = createHash('sha256')
      .update(readFileSync(join(into, file)))
      .digest('hex');
    return `${sum}  ${file}\n`;
  });
  writeFileSync(join(into, 'SHA256SUMS'), sums.join(''));
  console.log(`Wrote release/${archive}, its list of packages and SHA256SUMS.`);
}

/**
 * Runs a program to its end and returns what it prints.
 * @param {string} program
 * @param {string[]} words
 * @param {string} cwd
 */
function run(program, words, cwd) {
  return execFileSync(program, words, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/**
 * @param {string} path
 * @param {object} value
 */
function writeJson(path, value) {
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}
