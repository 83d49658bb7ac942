import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeLadderWithout } from '../../support/smaller-ladder.js';
import { everyone, type Operator, startOperator } from '../operator.js';

let operator: Operator;
let directory: string;
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'ladder-smaller-'));
  operator = await startOperator();
  await operator.run('people', 'import', operator.write('people.csv', everyone), '--yes');
});
afterEach(async () => {
  await operator.stop();
  rmSync(directory, { recursive: true, force: true });
});

describe('an operator who asks the doctor before a start with another ladder', () => {
  it('is told how many people stand on which roles that it lacks, and what to do', async () => {
    operator.environment.FRAMEWORK_FILE = writeLadderWithout(['associate', 'senior'], directory);
    const { out } = await operator.run('doctor');
    expect(out).toContain(
      '2 people stand on 2 roles that are no longer on the ladder: associate (1), senior (1). Import people with other roles, or bring the roles back.',
    );
    expect(out).not.toContain('All is well.');
  });

  it('hears nothing of it where the roles are there, or nobody here has them', async () => {
    operator.environment.FRAMEWORK_FILE = '';
    expect((await operator.run('doctor')).out).not.toContain('no longer on the ladder');
    operator.environment.FRAMEWORK_FILE = writeLadderWithout(['associate'], directory);
    expect((await operator.run('doctor')).out).toContain('1 person stands on a role');
    await operator.db.person.updateMany({
      where: { roleKey: 'associate' },
      data: { leftAt: new Date() },
    });
    expect((await operator.run('doctor')).out).toContain('All is well.');
  });

  it('is told that the newest version cannot be read, and what people get meanwhile', async () => {
    const { db } = operator;
    const first = await db.frameworkVersion.findFirstOrThrow();
    const { workspaceId } = first;
    const document = { key: 'torn', roles: 'gone' };
    const newest = { workspaceId, document, number: 2, hash: 'torn', note: 'For the spring' };
    await db.frameworkVersion.create({ data: newest });
    const { code, out } = await operator.run('doctor');
    expect(code).toBe(1);
    expect(out).toContain(
      "Version 2 of the ladder, the newest in the database, can't be read. The stored framework is damaged at ",
    );
    expect(out).toContain(
      'People get an older one. Publish the ladder again from its file, or update Ladder.',
    );
    expect(out).not.toContain('For the spring');
  });
});
