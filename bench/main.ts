import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectPath } from '../src/project-path.js';
import { describeMachine, loadBefore } from './machine.js';
import { page } from './page.js';
import { type Figure, table } from './report.js';
import { measureBackup } from './scenarios/backup.js';
import { measureCheckIn } from './scenarios/check-in.js';
import { measureHistory } from './scenarios/history.js';
import { measureImport } from './scenarios/import.js';
import { measurePlanning } from './scenarios/planning.js';
import { measureRole } from './scenarios/role.js';
import type { Bench } from './scenarios/scenario.js';
import { measureSending, measureWorkspaces } from './scenarios/sending.js';
import { measureStart } from './scenarios/start.js';
import { startSlackApi } from './slack-api.js';

/** Scenarios by name, each with how long one of its runs lasts, in seconds. */
const scenarios: Record<string, { seconds: number; measure: (b: Bench) => Promise<Figure[]> }> = {
  role: { seconds: 6, measure: measureRole },
  'check-in': { seconds: 20, measure: measureCheckIn },
  start: { seconds: 0, measure: measureStart },
  planning: { seconds: 0, measure: measurePlanning },
  history: { seconds: 0, measure: measureHistory },
  backup: { seconds: 0, measure: measureBackup },
  import: { seconds: 0, measure: measureImport },
  sending: { seconds: 60, measure: measureSending },
  workspaces: { seconds: 50, measure: measureWorkspaces },
};

const { values, positionals } = parseArgs({
  options: { write: { type: 'boolean' } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !Object.hasOwn(scenarios, name));
if (unknown.length > 0 || (values.write && positionals.length > 0)) {
  console.error(`Usage: npm run bench -- [--write | ${Object.keys(scenarios).join(' | ')}]`);
  process.exit(1);
}

// An exit ends the servers under test as well; a signal by itself would leave them running.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const load = loadBefore();
const machine = [
  ...describeMachine(),
  `Load average before: ${load.toFixed(2)}${load > 0.5 ? ' (other work was running)' : ''}`,
];
const root = mkdtempSync(join(tmpdir(), 'ladder-bench-'));
const slackApi = await startSlackApi();
const figures: Figure[] = [];
try {
  for (const [name, { seconds, measure }] of Object.entries(scenarios)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    console.error(`Measuring: ${name}`);
    figures.push(...(await measure({ folder: join(root, name), slackApi, seconds })));
  }
} catch (error) {
  console.error(
    `${error instanceof Error ? error.message : error}\nThe servers' logs are in ${root}.`,
  );
  process.exit(1);
}
await slackApi.close();
rmSync(root, { recursive: true, force: true });
console.log(`\n${machine.join('\n')}\n\n${table(figures)}`);
if (values.write) {
  const file = projectPath('docs', 'performance.md');
  writeFileSync(file, page({ figures, machine, date: new Date() }));
  console.log(`\nWritten to ${file}.`);
}
