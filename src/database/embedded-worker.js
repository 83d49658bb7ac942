// @ts-check
// Plain JavaScript, because a worker's file is loaded as it is, from the sources and from the build.
// PGlite runs on the thread that opens it; here it doesn't hold up requests.

import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { dataDir } from '@electric-sql/pglite-prepopulatedfs';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { watchForDeath } from './embedded-death.js';
import { Turns } from './embedded-turns.js';

/** @type {{ directory: string, socketPath: string }} */
const { directory, socketPath } = workerData;

// A first start that was broken off leaves half of the files, which no start could open. Nobody has
// written to them yet, so they are made anew.
const unfinished = join(directory, 'unfinished');
if (existsSync(unfinished)) rmSync(directory, { recursive: true });
const isNew = !existsSync(join(directory, 'PG_VERSION'));
if (isNew) {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  writeFileSync(unfinished, '');
}
const pglite = await PGlite.create({
  dataDir: directory,
  ...(isNew && { loadDataDir: await dataDir() }),
});
rmSync(unfinished, { force: true });
const turns = new Turns(pglite);
watchForDeath(
  pglite,
  () => turns.answers,
  (reason) => {
    parentPort?.postMessage({ died: reason });
    process.exit(1);
  },
);
// Only this user reaches the socket; a limit would only ever be met by connections that have broken,
// which pglite-socket goes on counting.
const maxConnections = Number.POSITIVE_INFINITY;
const server = new PGLiteSocketServer({ db: pglite, path: socketPath, maxConnections });
// Not part of the server's declared surface, so the version of pglite-socket is pinned.
Object.assign(server, { queryQueue: turns });
await server.start();
parentPort?.postMessage('ready');

parentPort?.once('message', async () => {
  await server.stop();
  await pglite.close();
  parentPort?.postMessage('closed');
});
