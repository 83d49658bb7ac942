/**
 * Prints how many megabytes a version of a ladder takes in a server that has used all of it: the
 * document, its index and the names by which roles are found. Argument: a ladder's file.
 */
import { parseStoredFramework } from '../src/domain/framework/schema.js';
import { matchText } from '../src/domain/role/matching.js';
import { indexOf } from '../src/domain/role/position.js';
import { readFrameworkFile } from '../src/framework-file.js';

const [file = ''] = process.argv.slice(2);
const { gc } = globalThis;
if (!gc) throw new Error('This needs node --expose-gc.');
/** As it comes from the database. */
const stored = JSON.stringify(readFrameworkFile(file));
gc();
const before = process.memoryUsage().heapUsed;
const framework = parseStoredFramework(JSON.parse(stored));
const index = indexOf(framework);
for (const { key, title } of framework.roles) {
  index.expectations(key);
  matchText(index, title);
}
gc();
const { heapUsed } = process.memoryUsage();
// Neither may be collected before it is measured.
if (index.framework !== framework || stored.length === 0) throw new Error('unreachable');
console.log((heapUsed - before) / 2 ** 20);
