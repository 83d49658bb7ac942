import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type NodeProcess, startNode } from '../../support/node-process.js';
import { type Operator, peopleFile, startOperator } from '../operator.js';

const roles = ['associate', 'manager', 'senior', 'Team Leader', 'sr. mgr'];

/** So many people in a tree, eight to a manager, the managers last in the file. */
function company(people: number): string {
  const lines = Array.from({ length: people }, (_, number) => {
    const manager = number === 0 ? '' : `U0P${Math.floor((number - 1) / 8)}`;
    return `U0P${number},${roles[number % roles.length]},${manager},2026-03-02`;
  });
  return peopleFile(...lines.reverse());
}

let operator: Operator;
beforeAll(async () => {
  operator = await startOperator();
});
beforeEach(async () => {
  // Row by row a hundred thousand people would take long to be forgotten.
  await operator.db.$executeRaw`TRUNCATE workspace CASCADE`;
  await operator.forget();
  await operator.run(
    'people',
    'import',
    operator.write('one.csv', peopleFile('U0TEO,,,')),
    '--yes',
  );
  operator.environment.SLACK_BOT_TOKEN = '';
});
afterAll(() => operator.stop());

/** Imports a file in a process of its own, as an operator does. */
function importing(file: string): NodeProcess {
  return startNode('dist/src/cli.js', ['people', 'import', file, '--yes'], {
    env: operator.environment,
  });
}

/** Waits until the process has said this. */
function says(process: NodeProcess, words: string): Promise<boolean> {
  return vi.waitUntil(() => process.error().includes(words), { timeout: 60_000, interval: 2 });
}

/** Ends the process with a signal once it has said this. */
async function endAt(process: NodeProcess, words: string, signal: NodeJS.Signals) {
  await says(process, words);
  process.kill(signal);
  return process.ended;
}

const known = () => operator.db.person.count();

describe('an import of 110,000 people', () => {
  it('is through at once, tells how far it is, and changes nothing the second time', async () => {
    const file = operator.write('large.csv', company(110_000));
    const first = await importing(file).ended;
    expect(first.out.split('\n')[0]).toBe('110000 people: 110000 new');
    expect(first.out.split('\n').slice(1).at(-3)).toBe('… and 109500 more');
    expect(first.error).toContain('Writing people: 110,000 of 110,000');
    expect(first.error.split('\n').length).toBeLessThan(15);
    expect(first.code).toBe(0);
    const placed = await operator.db.person.count({
      where: { roleKey: { not: null }, managerId: { not: null }, inRoleSince: { not: null } },
    });
    expect(placed).toBe(109_999);
    const versions = () =>
      operator.db.$queryRaw`SELECT count(DISTINCT xmin::text)::int, max(xmin::text) FROM person`;
    const before = await versions();
    const second = await importing(file).ended;
    expect(second.out.split('\n')[0]).toBe('110000 people: 110000 as before');
    expect(await versions()).toEqual(before);
  }, 300_000);
});

describe('an import that is ended on its way', () => {
  const file = () => operator.write('many.csv', company(20_000));

  it('has changed nothing when it is killed, and works when it is run again', async () => {
    const before = await known();
    await endAt(importing(file()), 'Writing people', 'SIGKILL');
    await expect.poll(known, { timeout: 20_000 }).toBe(before);
    const again = await importing(file()).ended;
    expect(again.out.split('\n')[0]).toBe('20000 people: 20000 new');
  }, 120_000);

  const signals = [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const;
  it.each(signals)(
    'says that nothing was imported (%s)',
    async (signal, exitCode) => {
      const before = await known();
      const { code, error } = await endAt(importing(file()), 'Writing people', signal);
      expect({ code, last: error.trim().split('\n').at(-1) }).toEqual({
        code: exitCode,
        last: 'Stopped. Nothing was imported.',
      });
      expect(await known()).toBe(before);
    },
    120_000,
  );
});

describe('two imports at once', () => {
  it('come one after the other, and the second tells that it waits', async () => {
    const file = operator.write('many.csv', company(20_000));
    const release = await hold();
    const [one, other] = [importing(file), importing(file)];
    await Promise.all([one, other].map((each) => says(each, 'Waiting until another')));
    await release();
    const ended = await Promise.all([one.ended, other.ended]);
    expect(ended.map(({ out }) => out.split('\n')[0]).sort()).toEqual([
      '20000 people: 20000 as before',
      '20000 people: 20000 new',
    ]);
  }, 120_000);

  /** Changes something about the workspace for as long as the test says. */
  async function hold(): Promise<() => Promise<void>> {
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    let done: Promise<void> | undefined;
    await new Promise<void>((held) => {
      done = operator.db.$transaction(
        async (transaction) => {
          await transaction.$queryRaw`SELECT id FROM workspace FOR NO KEY UPDATE`;
          held();
          await released;
        },
        { timeout: 60_000 },
      );
    });
    return async () => {
      release();
      await done;
    };
  }
});

describe('a file with many problems', () => {
  it('has the first of them listed and the rest counted, at once', async () => {
    const lines = Array.from({ length: 20_000 }, (_, number) => `U0P${number},wizard,,`);
    const file = operator.write('wrong.csv', peopleFile(...lines));
    const { code, error } = await operator.run('people', 'import', file, '--yes');
    expect(code).toBe(1);
    const said = error.split('\n');
    expect(said).toHaveLength(502);
    expect(said.slice(-2)).toEqual([
      '… and 19500 more',
      '20000 problems, so nothing was imported. Mend the file and run it again.',
    ]);
  }, 60_000);
});
