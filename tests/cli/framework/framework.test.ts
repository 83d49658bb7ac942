import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectPath } from '../../../src/project-path.js';
import { type Operator, startOperator } from '../operator.js';

let operator: Operator;
beforeAll(async () => {
  operator = await startOperator();
});
afterAll(() => operator.stop());

const check = (path: string) => operator.run('framework', 'check', path);

describe('an operator who checks a framework file', () => {
  it('hears what is in it', async () => {
    const path = projectPath('ladders', 'business-operations.yaml');
    expect(await check(path)).toEqual({
      code: 0,
      out: `${path} is a sound framework: Business Operations, with 5 roles, 5 competencies, 25 definitions, 125 behaviours.\nThe longest check-in is that of Business Operations Associate: 5 pages, about 10 minutes.`,
      error: '',
    });
  });

  it('hears of all that is written, wherever it stands', async () => {
    const path = projectPath('docs', 'ladder-format.md');
    const examples = [...readFileSync(path, 'utf8').matchAll(/```yaml\n([\s\S]*?)```/g)].map(
      ([, text = '']) => text,
    );
    const counts = async (has: string) => {
      const text = examples.find((one) => one.includes(has)) ?? '';
      return (await check(operator.write('example.yaml', text))).out.split('\n')[0];
    };
    expect(await counts('# lowest first')).toContain(
      '2 roles, 2 competencies, 2 definitions (1 of roles, 1 of levels), 2 behaviours (2 of levels).',
    );
    expect(await counts('all_roles')).toContain(
      '3 roles, 3 competencies, 2 definitions (1 of roles, 1 of whole tracks), 3 behaviours.',
    );
    expect(await counts('Cleans them')).toMatch(/2 roles, 4 competencies, 5 definitions\.$/);
  });

  it('of ten lines hears what the guide says', async () => {
    const guide = readFileSync(projectPath('docs', 'ladder-format.md'), 'utf8');
    const [, ladder = '', said = ''] =
      /```yaml\n([\s\S]*?)```[\s\S]*?```\n(my-ladder[\s\S]*?)\n```/.exec(guide) ?? [];
    const path = operator.write('my-ladder.yaml', ladder);
    expect((await check(path)).out).toBe(said.replace('my-ladder.yaml', path));
  });

  it('reads every problem with its line', async () => {
    const { code, error } = await check(operator.write('bad.yaml', 'format: 1\nkeey: x\n'));
    expect(code).toBe(1);
    expect(error).toMatch(/^bad\.yaml:\d+: /);
    expect(error).toMatch(/\d+ problems\. docs\/ladder-format\.md explains the format\.$/);
  });

  it('is told that there is no such file', async () => {
    const { code, error } = await check('/nowhere/ladder.yaml');
    expect(code).toBe(1);
    expect(error).toContain(
      'There is no /nowhere/ladder.yaml (ENOENT). Give the path of a framework',
    );
  });
});
