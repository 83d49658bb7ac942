// Runs a script of the build in this process; says what to do while there is no build.
import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [script = '', ...words] = process.argv.slice(2);
const path = fileURLToPath(new URL(`../${script}`, import.meta.url));
if (!existsSync(path)) {
  console.error('Ladder is not built yet. Run this first: npm install && npm run build');
  process.exit(1);
}
process.argv = [process.argv[0] ?? '', path, ...words];
await import(pathToFileURL(path).href);
