import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectPath } from '../../src/project-path.js';

interface Violation {
  from: string;
  to: string;
  rule: { name: string };
}

/** Returns what the rules for imports say about `src/` in a folder. */
function violationsIn(folder: string): Violation[] {
  const program = projectPath('node_modules', '.bin', 'depcruise');
  const config = projectPath('.dependency-cruiser.mjs');
  const output = execFileSync(
    program,
    ['--config', config, '--no-cache', '--output-type', 'json', 'src'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 100_000_000, stdio: 'pipe' },
  );
  return (JSON.parse(output) as { summary: { violations: Violation[] } }).summary.violations;
}

/** The rule that keeps a file in the first place from importing the second. */
const broken = [
  ['product-knows-only-itself', 'src/slack/role/', 'playground/contract.ts'],
  ['product-knows-only-itself', 'src/', 'tests/support/ladder.ts'],
  ['layer-domain', 'src/domain/role/', 'src/services/person/index.ts'],
  ['layer-domain', 'src/domain/role/', 'src/database/index.ts'],
  ['layer-domain', 'src/domain/role/', 'src/config.ts'],
  ['packages-of-domain', 'src/domain/role/', '@slack/bolt'],
  ['domain-does-no-io', 'src/domain/role/', 'node:fs'],
  ['domain-does-no-io', 'src/domain/role/', 'node:fs/promises'],
  ['layer-system', 'src/system/', 'src/services/context.ts'],
  ['layer-config', 'src/config/', 'src/database/index.ts'],
  ['layer-config', 'src/config/', 'src/ladder.ts'],
  ['layer-database', 'src/database/', 'src/services/person/index.ts'],
  ['layer-database', 'src/database/', 'src/domain/role/names.ts'],
  ['layer-services', 'src/services/person/', 'src/slack/app.ts'],
  ['layer-services', 'src/services/person/', 'src/jobs/index.ts'],
  ['layer-services', 'src/services/', 'src/main.ts'],
  ['layer-services', 'src/services/', 'src/metrics/index.ts'],
  ['packages-of-services', 'src/services/person/', '@slack/web-api'],
  ['layer-runtime', 'src/runtime/', 'src/slack/app.ts'],
  ['layer-slack', 'src/slack/', 'src/database/index.ts'],
  ['layer-slack', 'src/slack/role/', 'src/jobs/index.ts'],
  ['layer-slack', 'src/slack/', 'src/metrics/index.ts'],
  ['packages-of-slack', 'src/slack/bolt/', 'pg'],
  ['layer-jobs', 'src/jobs/', 'src/slack/app.ts'],
  ['layer-jobs', 'src/jobs/', 'src/database/index.ts'],
  ['layer-readiness', 'src/readiness/', 'src/metrics/index.ts'],
  ['layer-metrics', 'src/metrics/', 'src/ladder.ts'],
  ['services-root', 'src/services/', 'src/services/person/index.ts'],
  ['engine-below-features', 'src/services/delivery/', 'src/services/brief/index.ts'],
  ['services-door', 'src/services/team/', 'src/services/person/people.ts'],
  ['services-door', 'src/slack/role/', 'src/services/person/people.ts'],
  ['engine-below-features', 'src/services/delivery/operator/', 'src/services/team/index.ts'],
  ['slack-below-features', 'src/slack/bolt/members/', 'src/slack/role/index.ts'],
  ['slack-below-features', 'src/slack/ui/', 'src/slack/team/links.ts'],
  ['slack-below-features', 'src/slack/questionnaire/', 'src/slack/check-in/index.ts'],
  ['slack-delivery-below-features', 'src/slack/delivery/', 'src/slack/availability/links.ts'],
  ['slack-links', 'src/slack/team/', 'src/slack/brief/ids.ts'],
  ['slack-links', 'src/slack/team/', 'src/slack/brief/index.ts'],
  ['services-door', 'src/cli/person/', 'src/services/person/import/import.ts'],
] as const;

const kept = [
  ['src/domain/role/', 'src/domain/time/day.ts'],
  ['src/domain/role/', 'zod'],
  ['src/services/person/', 'src/domain/time/day.ts'],
  ['src/services/person/', 'src/database/index.ts'],
  ['src/services/person/', 'src/services/person/people.ts'],
  ['src/services/person/import/', 'src/services/person/people.ts'],
  ['src/services/team/', 'src/services/person/index.ts'],
  ['src/services/team/', 'src/services/context.ts'],
  ['src/slack/role/', 'src/services/person/index.ts'],
  ['src/slack/questionnaire/', 'src/slack/ui/modal.ts'],
  ['src/slack/team/', 'src/slack/brief/links.ts'],
  ['src/slack/', 'src/slack/team/index.ts'],
  ['src/slack/role/', 'src/domain/time/day.ts'],
  ['src/slack/role/', '@slack/bolt'],
  ['src/jobs/', 'src/services/person/index.ts'],
  ['src/cli/', 'src/database/index.ts'],
  ['src/database/', 'pg'],
] as const;

const ways = {
  value: (module: string) => `import { x } from '${module}';\nexport const y = x;\n`,
  type: (module: string) => `import type { X } from '${module}';\nexport type Y = X;\n`,
  'a door': (module: string) => `export { x } from '${module}';\n`,
  'the way': (module: string) => `export const y = () => import('${module}');\n`,
};

describe('the rules for imports', () => {
  const house = mkdtempSync(join(tmpdir(), 'imports-'));
  let violations: Violation[] = [];
  let probes = 0;

  function write(path: string, source: string): void {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), source, { flag: 'a' });
  }

  /** Writes files that import `to` in each way, and returns their paths. */
  function probe(from: string, to: string): string[] {
    if (to.includes('.ts')) write(to, '');
    return Object.values(ways).map((source) => {
      probes += 1;
      const path = from.endsWith('/') ? `${from}probe-${probes}.ts` : from;
      const module = to.endsWith('.ts')
        ? `./${relative(dirname(path), to).replace(/[.]ts$/, '.js')}`
        : to;
      write(path, source(module));
      return path;
    });
  }

  const rulesOf = (path: string) =>
    violations.filter(({ from }) => from === path).map(({ rule }) => rule.name);

  const probesOf = new Map<string, string[]>();

  beforeAll(() => {
    for (const [, from, to] of broken) probesOf.set(`${from} ${to}`, probe(from, to));
    for (const [from, to] of kept) probesOf.set(`${from} ${to}`, probe(from, to));
    write('src/jobs/one.ts', "import type { X } from './two.js';\nexport type Y = X;\n");
    write('src/jobs/two.ts', "import { y } from './one.js';\nexport const z = y;\n");
    for (const [here, there] of [
      ['tall', 'short'],
      ['short', 'tall'],
    ]) {
      write(`src/services/${here}/index.ts`, 'export const x = 1;\n');
      write(`src/services/${here}/${there}.ts`, `import '../${there}/index.js';\n`);
    }
    violations = violationsIn(house);
  });
  afterAll(() => rmSync(house, { recursive: true }));

  it.each(broken)('%s: %s imports no %s', (rule, from, to) => {
    const files = probesOf.get(`${from} ${to}`) ?? [];
    expect(files.map((file) => rulesOf(file).includes(rule))).toEqual([true, true, true, true]);
  });

  it.each(kept)('%s may import %s', (from, to) => {
    const files = probesOf.get(`${from} ${to}`) ?? [];
    expect(files.map(rulesOf)).toEqual([[], [], [], []]);
  });

  it('see a circle of files, of types as well', () => {
    expect(rulesOf('src/jobs/one.ts')).toEqual(['circle']);
  });

  it('see a circle of rooms between files that are in none', () => {
    expect(rulesOf('src/services/tall/short.ts')).toEqual([]);
    expect(rulesOf('src/services/tall')).toEqual(['circle-of-rooms']);
  });

  it('hold in this project', () => {
    const found = violationsIn(projectPath()).map(
      ({ rule, from, to }) => `${rule.name}: ${from} imports ${to}`,
    );
    expect(found).toEqual([]);
  });

  it('leave no circle of rooms to draw', () => {
    const script = projectPath('scripts', 'imports.mjs');
    const PATH = `${projectPath('node_modules', '.bin')}:${process.env.PATH}`;
    const { status, stderr } = spawnSync(process.execPath, [script], {
      cwd: projectPath(),
      encoding: 'utf8',
      env: { ...process.env, PATH },
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
