import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createMetrics } from '../../src/metrics/index.js';
import { projectPath } from '../../src/project-path.js';
import { openTestDatabase } from '../support/database.js';
import { readScrape, type Scrape } from '../support/scrape.js';
import { TestClock } from '../support/test-clock.js';

const page = readFileSync(projectPath('docs', 'operations.md'), 'utf8');
const rules = (
  parse(readFileSync(projectPath('docs', 'prometheus-rules.yaml'), 'utf8')) as {
    groups: { rules: { alert: string; expr: string }[] }[];
  }
).groups.flatMap((group) => group.rules);

/** Everything that an instance can print, whichever way Slack reaches it. */
let printed: Scrape;
let close: () => Promise<void>;
beforeAll(async () => {
  const { db, poolUse, close: closeDatabase } = await openTestDatabase();
  close = closeDatabase;
  const metrics = createMetrics();
  metrics.watchDatabase({ db, clock: new TestClock('2027-03-02T15:00:00Z') }, poolUse);
  metrics.watchDisk('/');
  metrics.watchRounds(() => undefined);
  metrics.slack.socket(true);
  printed = readScrape((await metrics.read()).text);
});
afterAll(() => close());

/** The names of metrics in an expression, without what a histogram adds to its own. */
function metricsIn(expression: string): string[] {
  const names = expression.match(/\b(?:ladder|nodejs|process)_[a-z0-9_]+/g) ?? [];
  return names.map((name) => name.replace(/_(?:bucket|sum|count)$/, ''));
}

describe('the alert rules', () => {
  it.each(rules)('$alert names metrics that there are', ({ expr }) => {
    expect(metricsIn(expr).filter((name) => !printed.declared.includes(name))).toEqual([]);
  });

  it.each(rules)('$alert is explained, with what to do', ({ alert }) => {
    expect(page).toMatch(new RegExp(`^\\| .*\`${alert}\`.* \\| .+ \\|$`, 'm'));
  });
});

describe('the operations page', () => {
  it('explains every metric of ours, and no other', () => {
    const explained = [...page.matchAll(/^\| `(ladder_\w+)` \|/gm)].map(([, name]) => name);
    const ours = printed.declared.filter((name) => name.startsWith('ladder_'));
    expect(explained.toSorted()).toEqual(ours.toSorted());
  });

  it('names commands and options that there are', async () => {
    const { runCommand } = await import('../../src/cli/run.js');
    const help: string[] = [];
    const shell = {
      clock: new TestClock('2027-03-02T15:00:00Z'),
      timeZone: 'UTC',
      out: (line: string) => help.push(line),
      error: () => {},
      colours: false,
    };
    for (const words of [[], ['restore'], ['after-restore'], ['backup']]) {
      await runCommand([...words, '--help'], shell);
    }
    const commands = [...page.matchAll(/npm run ladder -- ([a-z-]+)/g)].map(([, name]) => name);
    for (const name of [...commands, '--ran-until']) expect(help.join('\n')).toContain(name);
  });
});
