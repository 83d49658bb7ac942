import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '../../../src/database/index.js';
import { readTokenKeys } from '../../../src/domain/installation/token-keys.js';
import type { Context } from '../../../src/services/context.js';
import {
  deleteInstallation,
  listInstallations,
  readTokens,
  replaceTokens,
  saveInstallation,
} from '../../../src/services/installation/installations.js';
import { rotateKeys } from '../../../src/services/installation/rotation.js';
import { openTestDatabase } from '../../support/database.js';
import { recordingLog } from '../../support/recording-log.js';
import { TestClock } from '../../support/test-clock.js';

const keyOf = (filling: number) => Buffer.alloc(32, filling).toString('base64');
const keys = (...fillings: number[]) => readTokenKeys(fillings.map(keyOf).join(',')).keys;

let database: OpenDatabase;
let context: Pick<Context, 'db' | 'clock' | 'log'>;
beforeAll(async () => {
  database = await openTestDatabase();
  const clock = new TestClock('2027-03-02T15:00:00Z');
  context = { db: database.db, clock, log: recordingLog().log };
});
beforeEach(() => context.db.workspace.deleteMany());
afterAll(() => database.close());

const install = (slackTeamId: string, botToken: string, key = keys(1)) =>
  saveInstallation(context, key, {
    ...{ slackTeamId, name: slackTeamId, botId: 'B0', botUserId: 'U0', enterpriseId: undefined },
    ...{ tokens: { botToken }, tokenExpiresAt: undefined },
  });
const rows = () => context.db.installation.findMany({ orderBy: { workspaceId: 'asc' } });

describe('the key of the tokens', () => {
  it('is 32 random bytes in base64, several of them behind commas', () => {
    expect(readTokenKeys(keyOf(1)).keys).toHaveLength(1);
    expect(readTokenKeys(`${keyOf(2)}, ${keyOf(1)}`).keys.map(({ id }) => id)).toEqual([
      keys(2)[0]?.id,
      keys(1)[0]?.id,
    ]);
  });

  it.each(['', 'secret', Buffer.alloc(16).toString('base64'), `${keyOf(1)},`, `${keyOf(1)} x`])(
    'is refused in a sentence that does not quote it: %j',
    (text) => {
      const { keys: found, problem = '' } = readTokenKeys(text);
      expect(found).toEqual([]);
      expect(problem).toContain('32 random bytes in base64');
      expect(problem).not.toContain(keyOf(1));
    },
  );

  it('is refused where it stands there twice', () => {
    expect(readTokenKeys(`${keyOf(1)},${keyOf(1)}`).problem).toContain('the same key twice');
  });
});

describe('a token', () => {
  it('comes back as it was, and is nowhere in the row', async () => {
    const { id } = await install('T1', 'xoxb-made-up-1');
    expect(await readTokens(context, keys(1), id)).toEqual({ botToken: 'xoxb-made-up-1' });
    const [row] = await rows();
    const bytes = Buffer.from(row?.sealedTokens ?? []);
    expect(bytes.length).toBeGreaterThan(40);
    for (const encoding of ['latin1', 'base64'] as const) {
      expect(bytes.toString(encoding)).not.toContain(
        Buffer.from('made-up').toString(encoding).slice(0, 8),
      );
    }
  });

  it('looks another way each time, even the same one', async () => {
    await install('T1', 'xoxb-made-up');
    const [before] = await rows();
    await install('T1', 'xoxb-made-up');
    const [after] = await rows();
    expect(after?.sealedTokens).not.toEqual(before?.sealedTokens);
  });

  it('opens with no other key, and says which one it needs', async () => {
    const { id } = await install('T1', 'xoxb-made-up');
    const needed = keys(1)[0]?.id ?? '';
    await expect(readTokens(context, keys(2), id)).rejects.toThrow(
      `The tokens are encrypted with the key ${needed}, which TOKENS_KEY doesn't have.`,
    );
    expect(await readTokens(context, keys(2, 1), id)).toEqual({ botToken: 'xoxb-made-up' });
  });

  it('does not open once it was altered, or laid into the row of another workspace', async () => {
    const one = await install('T1', 'xoxb-one');
    const other = await install('T2', 'xoxb-other');
    const sealed = (await rows()).find(({ workspaceId }) => workspaceId === one.id)?.sealedTokens;
    if (!sealed) throw new Error('There is no token.');
    const put = (workspaceId: string, sealedTokens: typeof sealed) =>
      context.db.installation.update({ where: { workspaceId }, data: { sealedTokens } });
    await put(other.id, sealed);
    await expect(readTokens(context, keys(1), other.id)).rejects.toThrow('are damaged');
    const altered = sealed.map((byte, place) => (place === sealed.length - 1 ? byte ^ 1 : byte));
    await put(one.id, altered);
    await expect(readTokens(context, keys(1), one.id)).rejects.toThrow('are damaged');
    await put(one.id, sealed);
    expect(await readTokens(context, keys(1), one.id)).toEqual({ botToken: 'xoxb-one' });
  });

  it('is replaced once by those who know the one before, and not by those who are late', async () => {
    const { id: workspaceId } = await install('T1', 'xoxb-1');
    const [{ revision: since = '' } = {}] = await listInstallations(context);
    const tokenExpiresAt = new Date('2027-03-03T03:00:00Z');
    const replace = (botToken: string) => {
      const tokens = { botToken, refreshToken: 'xoxe-1' };
      return replaceTokens(context, keys(1), { workspaceId, since, tokens, tokenExpiresAt });
    };
    expect([await replace('xoxb-2'), await replace('xoxb-3')]).toEqual([true, false]);
    expect(await readTokens(context, keys(1), workspaceId)).toEqual({
      ...{ botToken: 'xoxb-2', refreshToken: 'xoxe-1' },
    });
    expect(await listInstallations(context)).toMatchObject([{ tokenExpiresAt }]);
  });

  it('goes with its installation, unless that is another one by now', async () => {
    const { id: workspaceId } = await install('T1', 'xoxb-1');
    const [{ revision = '' } = {}] = await listInstallations(context);
    await install('T1', 'xoxb-2');
    await deleteInstallation(context, { workspaceId, revision });
    expect(await readTokens(context, keys(1), workspaceId)).toEqual({ botToken: 'xoxb-2' });
    const [newer] = await listInstallations(context);
    await deleteInstallation(context, { workspaceId, revision: newer?.revision ?? '' });
    expect(await readTokens(context, keys(1), workspaceId)).toBeUndefined();
    expect(await context.db.workspace.count()).toBe(1);
  });
});

describe('keys are exchanged', () => {
  it('for all tokens, and the old key is needed no more', async () => {
    const all = [];
    for (let number = 1; number <= 23; number += 1) {
      all.push(await install(`T${number}`, `xoxb-${number}`));
    }
    expect(await rotateKeys(context, keys(2, 1))).toEqual({ rotated: 23, failed: [] });
    for (const [place, { id }] of all.entries()) {
      const botToken = `xoxb-${place + 1}`;
      expect(await readTokens(context, keys(2), id)).toEqual({ botToken });
    }
    expect(await rotateKeys(context, keys(2))).toEqual({ rotated: 0, failed: [] });
  });

  it('and what no key opens is told by name and left as it is', async () => {
    await install('T1', 'xoxb-1', keys(3));
    await install('T2', 'xoxb-2', keys(1));
    const { rotated, failed } = await rotateKeys(context, keys(2, 1));
    expect(rotated).toBe(1);
    expect(failed).toEqual([{ name: 'T1', why: expect.stringContaining(keys(3)[0]?.id ?? '') }]);
    expect((await rows()).map(({ keyId }) => keyId).sort()).toEqual(
      [keys(2)[0]?.id, keys(3)[0]?.id].sort(),
    );
  });
});
