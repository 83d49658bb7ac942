import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectPath } from '../../../src/project-path.js';
import { type Operator, startOperator } from '../operator.js';

let operator: Operator;
let folder: string;
beforeAll(async () => {
  operator = await startOperator();
  folder = mkdtempSync(join(tmpdir(), 'ladder-page-'));
});
afterAll(async () => {
  await operator.stop();
  rmSync(folder, { recursive: true, force: true });
});

const builtIn = projectPath('ladders', 'business-operations.yaml');

describe('an operator who wants the ladder as a page', () => {
  it('gets it from a file, and again over the one of before', async () => {
    const out = join(folder, 'ladder.html');
    const said = `Wrote ${out}: the Business Operations ladder. Open it in a browser.`;
    for (const run of [1, 2]) {
      const result = await operator.run('framework', 'page', builtIn, '--out', out);
      expect(result, `run ${run}`).toEqual({ code: 0, out: said, error: '' });
    }
    expect(readFileSync(out, 'utf8')).toContain('<h1 dir="auto">Business Operations ladder</h1>');
  });

  it('gets the ladder in use where no file is named', async () => {
    const out = join(folder, 'in-use.html');
    await operator.run('people', 'list');
    expect(await operator.run('framework', 'page', '--out', out)).toMatchObject({ code: 0 });
    expect(readFileSync(out, 'utf8').match(/class="role"/g)).toHaveLength(5);
  });

  it('hears what is wrong with the file, and gets no page', async () => {
    const bad = operator.write('bad.yaml', 'format: 1\n');
    const out = join(folder, 'bad.html');
    const { code, error } = await operator.run('framework', 'page', bad, '--out', out);
    expect(code).toBe(1);
    expect(error).toMatch(/^bad\.yaml:\d+: /);
    expect(() => readFileSync(out)).toThrow('ENOENT');
  });

  it('is told of a place that cannot be written', async () => {
    const out = join(folder, 'nowhere', 'ladder.html');
    const { code, error } = await operator.run('framework', 'page', builtIn, '--out', out);
    expect(code).toBe(1);
    expect(error).toContain(`nowhere/ladder.html`);
    expect(error).toMatch(/Nothing was written\.$/);
  });
});
