import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { describeMachine, loadNow } from './machine.js';
import { judged, table } from './report.js';
import { keepResult, type Result, writePage } from './results.js';
import { measureBackup } from './scenarios/backup.js';
import { measureCheckIn } from './scenarios/check-in.js';
import { measureHistory } from './scenarios/history.js';
import { measureImport } from './scenarios/import.js';
import { measureLadders } from './scenarios/ladders.js';
import { measurePlanning } from './scenarios/planning.js';
import { measureRole } from './scenarios/role.js';
import type { Scenario } from './scenarios/scenario.js';
import { measurePublishing, measureSending, measureWorkspaces } from './scenarios/sending.js';
import { measureStart } from './scenarios/start.js';
import { startSlackApi } from './slack-api.js';

const scenarios: Record<string, Scenario> = {
  role: { seconds: 6, measure: measureRole },
  'check-in': { seconds: 20, measure: measureCheckIn },
  start: { seconds: 0, measure: measureStart },
  planning: { seconds: 0, measure: measurePlanning },
  history: { seconds: 0, measure: measureHistory },
  backup: { seconds: 0, measure: measureBackup },
  import: { seconds: 0, measure: measureImport },
  sending: { seconds: 60, measure: measureSending },
  workspaces: { seconds: 50, measure: measureWorkspaces },
  ladders: { seconds: 6, measure: measureLadders },
  publishing: { seconds: 60, measure: measurePublishing },
};
/**
 * `--small` divides companies by this, to try whether a scenario runs; its figures mean nothing.
 */
const smallDivisor = 100;

const { values, positionals } = parseArgs({
  options: { write: { type: 'boolean' }, small: { type: 'boolean' } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !Object.hasOwn(scenarios, name));
if (unknown.length > 0 || (values.write && values.small)) {
  const names = Object.keys(scenarios).join(' | ');
  console.error(`Usage: npm run bench -- [--write | --small] [${names}] …`);
  process.exit(1);
}

// An exit ends the servers under test as well; a signal alone would leave them running.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const root = mkdtempSync(join(tmpdir(), 'ladder-bench-'));
const slackApi = await startSlackApi();
const measured: Result[] = [];
const failed: string[] = [];
for (const [name, { seconds, measure }] of Object.entries(scenarios)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  console.error(`Measuring: ${name}`);
  const folder = join(root, name);
  mkdirSync(folder);
  const where = { date: new Date(), load: loadNow(), machine: describeMachine() };
  try {
    const divisor = values.small ? smallDivisor : 1;
    const figures = await measure({ folder, slackApi, seconds, divisor });
    const result = { ...where, loadAfter: loadNow(), figures: figures.map(judged) };
    measured.push(result);
    if (values.write) keepResult(name, result);
  } catch (error) {
    failed.push(name);
    console.error(`${name}: ${error instanceof Error ? error.message : error}`);
  }
}
await slackApi.close();
console.log(`\n${describeMachine()}\n\n${table(measured.flatMap(({ figures }) => figures))}`);
if (values.write) console.log(`\nWritten to ${writePage(Object.keys(scenarios))}.`);
if (failed.length > 0) {
  console.error(`\nFailed: ${failed.join(', ')}. The servers' logs are in ${root}.`);
  process.exit(1);
}
rmSync(root, { recursive: true, force: true });
