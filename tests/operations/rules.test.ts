import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { projectPath } from '../../src/project-path.js';
import { type Scrape, scrape } from '../support/scrape.js';
import {
  type ServerProcess,
  startServerProcess,
  startServersSlack,
} from '../support/server-process.js';
import { TestClock } from '../support/test-clock.js';

const page = readFileSync(projectPath('docs', 'operations.md'), 'utf8');
const rules = (
  parse(readFileSync(projectPath('docs', 'prometheus-rules.yaml'), 'utf8')) as {
    groups: { rules: { alert: string; expr: string }[] }[];
  }
).groups.flatMap((group) => group.rules);

interface AlertTest {
  alert_rule_test: { alertname: string; exp_alerts: object[] }[];
}
const checked = (
  parse(readFileSync(projectPath('tests', 'operations', 'alerts.yaml'), 'utf8')) as {
    tests: AlertTest[];
  }
).tests.flatMap((test) => test.alert_rule_test);

/** What a server with everything that can be watched prints before anything has happened. */
let printed: Scrape;
let server: ServerProcess;
beforeAll(async () => {
  const slack = await startServersSlack({ appToken: 'xapp-server' });
  server = await startServerProcess({ METRICS_PORT: '0', SLACK_APP_TOKEN: 'xapp-server' }, slack);
  const port = /"metricsPort":(\d+)/.exec(server.out())?.[1];
  printed = await scrape(Number(port));
});
afterAll(() => server.remove());

/** What an expression asks for: names of metrics, each with the labels that it must have. */
function selectorsIn(expression: string): { name: string; labels: Record<string, string> }[] {
  const found = expression.matchAll(/\b((?:ladder|nodejs|process)_[a-z0-9_]+)(?:\{([^}]*)\})?/g);
  return [...found].map(([, name = '', labels = '']) => {
    const pairs = [...labels.matchAll(/(\w+)="([^"]*)"/g)].map(([, label, text]) => [label, text]);
    return { name, labels: Object.fromEntries(pairs) };
  });
}

describe('the alert rules', () => {
  it.each(rules)('$alert looks at what a server prints from its start', ({ expr }) => {
    const missing = selectorsIn(expr).filter(
      ({ name, labels }) => printed.value(name, labels) === undefined,
    );
    expect(missing).toEqual([]);
  });

  it.each(rules)('$alert is tested, when it fires and when it does not', ({ alert }) => {
    const tests = checked.filter(({ alertname }) => alertname === alert);
    expect(new Set(tests.map(({ exp_alerts }) => exp_alerts.length))).toEqual(new Set([0, 1]));
  });

  it.each(rules)('$alert is explained, with what to do', ({ alert }) => {
    expect(page).toMatch(new RegExp(`^\\| .*\`${alert}\`.* \\| .+ \\|$`, 'm'));
  });
});

describe("Grafana's dashboard", () => {
  interface Panel {
    type: string;
    title: string;
    targets?: { expr: string }[];
  }
  const { panels } = JSON.parse(
    readFileSync(projectPath('deploy', 'grafana-dashboard.json'), 'utf8'),
  ) as { panels: Panel[] };
  const shown = panels.filter(({ type }) => type !== 'row');

  it.each(shown)('looks at what a server prints from its start: $title', ({ targets = [] }) => {
    expect(targets.length).toBeGreaterThan(0);
    for (const { expr } of targets) {
      // The job is Prometheus' own label, and a range Grafana's.
      const selectors = selectorsIn(expr.replace('{job="$job"}', '').replace('job="$job",', ''));
      expect(selectors.length, expr).toBeGreaterThan(0);
      expect(expr).toContain('job="$job"');
      const missing = selectors.filter(({ name }) => printed.value(name) === undefined);
      expect(missing).toEqual([]);
    }
  });

  it('groups by labels that the metrics have', () => {
    const expressions = shown.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr));
    const groups = expressions.flatMap((expr) =>
      [...expr.matchAll(/by \(([^)]*)\)/g)].flatMap(([, names = '']) =>
        names
          .split(', ')
          .map((label) => ({ label, names: selectorsIn(expr).map((one) => one.name) })),
      ),
    );
    expect(groups.length).toBeGreaterThan(8);
    const lacking = groups.filter(
      ({ label, names }) =>
        label !== 'instance' &&
        !printed.samples.some(({ name, labels }) => names.includes(name) && label in labels),
    );
    expect(lacking).toEqual([]);
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
