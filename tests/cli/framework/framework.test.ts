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
      out: `${path} is a sound framework: Business Operations, with 5 roles, 5 competencies, 125 behaviours.\nThe longest check-in is that of Business Operations Associate: 5 pages, about 10 minutes.`,
      error: '',
    });
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
