/**
 * Plans one minute of one workspace and the minute after it, in a process of its own whose memory
 * is measured. Arguments: a database's URL, a workspace's id, an instant. Prints its result as
 * JSON.
 */
import { connectDatabase } from '../src/database/client.js';
import { planAndRecord } from '../src/services/reminder/index.js';
import { counted } from './statements.js';

const [url = '', workspaceId = '', instant = ''] = process.argv.slice(2);
const { db } = connectDatabase(url);
const { db: watched, statements } = counted(db);
// The first statement loads what all later ones need; a server has done so long before.
await db.$queryRaw`SELECT 1`;

let peakBytes = 0;
const watch = () => {
  peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
};
const timer = setInterval(watch, 10);
const at = new Date(instant);
const full = await plan(at);
watch();
clearInterval(timer);
const next = await plan(new Date(at.getTime() + 60_000));
await db.$disconnect();
console.log(JSON.stringify({ full, next, peakMb: peakBytes / 2 ** 20 }));

async function plan(minute: Date) {
  const before = statements();
  const startedAt = performance.now();
  const decided = await planAndRecord(
    { db: watched, clock: { now: () => minute } },
    { workspaceId },
  );
  const seconds = (performance.now() - startedAt) / 1000;
  return { decided, seconds, statements: statements() - before };
}
