import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { everyRow } from '../../support/every-row.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { openCheckIn, reads } from '../check-in/desk.js';
import { inModal, untilModal } from '../conversation/desk.js';
import { submission } from '../registered/requests.js';
import { personOf } from '../team/people.js';

let ladder: TestLadder;
let folder: string;
/** Q1's check-ins have opened, and Teo has begun his. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ladder-erase-'));
  ladder = await startTestLadder({ config: { dataDirectory: folder } });
  ladder.clock.set('2027-03-03T09:00:00Z');
  await ladder.sendDue();
  const teo = ladder.as('Teo');
  await openCheckIn(ladder, teo);
  await teo.choose('modal', 'check_in.choose', 'Meeting');
  await teo.type('check_in.type', 'Sailed the harbour ferry');
  await ladder.ladder.idle();
});
afterEach(async () => {
  await ladder.stop();
  rmSync(folder, { recursive: true, force: true });
});

const ada = () => ladder.as('Ada');
const teosId = 'U0TEO';
const countTeo = () => ladder.ladder.context.db.person.count({ where: { slackUserId: teosId } });
const audited = () => ladder.ladder.context.db.auditLogEntry.findMany();
const listPath = () => join(folder, 'erased.json');

async function leave(): Promise<void> {
  await ladder.slack.deactivate(teosId);
  await ladder.ladder.idle();
}

/** Opens the list of those who have left, and the one who is asked for. */
async function openLeaver(): Promise<void> {
  await ada().command('/ladder', 'admin');
  await untilModal(ladder, 'Ada', 'This round');
  await ada().click('modal', 'People');
  await untilModal(ladder, 'Ada', 'Find somebody');
  await ada().click('modal', 'Who has left');
  await untilModal(ladder, 'Ada', 'All people');
}

async function askToErase(): Promise<void> {
  await openLeaver();
  await ada().click('modal', 'Open: Teo Associate');
  await untilModal(ladder, 'Ada', 'no member of this workspace now');
  await ada().click('modal', 'Erase: Teo Associate');
  await untilModal(ladder, 'Ada', 'What goes');
}

describe('somebody who has left', () => {
  it('is erased by an admin, who is first shown what goes and what stays', async () => {
    await leave();
    await askToErase();
    const shown = inModal(ladder, 'Ada');
    expect(shown).toContain('Erase Teo Associate?');
    expect(shown).toMatch(/What goes: name and Slack id, 1 check-in, \d+ messages?\./);
    expect(shown).not.toContain('harbour');
    expect(await countTeo()).toBe(1);
    expect(existsSync(listPath())).toBe(false);
    const posted = () => JSON.stringify(ladder.slack.messages.map(({ channel }) => channel));
    const { channelId } = await ladder.ladder.context.db.delivery
      .findFirstOrThrow({ where: { recipient: { slackUserId: teosId }, slackTs: { not: null } } })
      .then(({ slackChannelId }) => ({ channelId: slackChannelId ?? '' }));
    expect(posted()).toContain(channelId);

    await ada().submit();
    await untilModal(ladder, 'Ada', 'Erased.');
    expect(await countTeo()).toBe(0);
    const [entry] = await audited();
    expect(entry).toMatchObject({
      ...{ action: 'person_erased', subject: 'an erased person' },
      actorId: (await personOf(ladder, 'Ada')).id,
    });
    expect(readFileSync(listPath(), 'utf8')).toContain('"hash"');
    await ladder.sendDue();
    expect(posted()).not.toContain(channelId);
    await ada().close();
    expect(reads(ada())).toContain('There is nobody who has left');
  });

  it('is kept where the admin closes the question', async () => {
    await leave();
    await askToErase();
    const before = await everyRow(ladder);
    await ada().close({ all: true });
    expect(await everyRow(ladder)).toEqual(before);
  });

  it('is kept where they have come back before the admin says yes', async () => {
    await leave();
    await askToErase();
    await ladder.slack.change({ id: teosId, deleted: false });
    await ladder.ladder.idle();
    await ada().submit();
    await untilModal(ladder, 'Ada', 'They are still here');
    expect(await countTeo()).toBe(1);
    expect(await audited()).toEqual([]);
  });

  it('is kept where Slack still has the account, whatever our row says', async () => {
    const { db } = ladder.ladder.context;
    await db.person.updateMany({
      where: { slackUserId: teosId },
      data: { leftAt: ladder.clock.now() },
    });
    await openLeaver();
    expect(await eraseAs('Ada')).toContain('They are still here');
    expect(await countTeo()).toBe(1);
  });

  it.each(['Mika', 'Rosa'])('is erased by no request of %s, who is no admin', async (who) => {
    await leave();
    const before = await everyRow(ladder);
    expect(await eraseAs(who)).toContain('Only admins can do that');
    expect(await everyRow(ladder)).toEqual(before);
    expect(existsSync(listPath())).toBe(false);
    // The same request does it for an admin.
    expect(await eraseAs('Ada')).toContain('Erased.');
    expect(await countTeo()).toBe(0);
  });

  it('is erased by an admin of today alone', async () => {
    await leave();
    await askToErase();
    await ladder.ladder.context.db.person.updateMany({ data: { isAdmin: false } });
    await ada().submit();
    await untilModal(ladder, 'Ada', 'Only admins can do that');
    expect(await countTeo()).toBe(1);
  });
});

/** Sends the answer to a question that was never shown to the sender, and returns what is shown then. */
async function eraseAs(who: string): Promise<string> {
  const { slack } = ladder;
  const recording = slack.record();
  const { id } = ladder.as(who);
  const payload = await submission(slack, id, {
    callbackId: 'admin.erase',
    metadata: JSON.stringify({ slackUserId: teosId }),
    values: {},
  });
  const { body } = await slack.send('view_submission', payload);
  await ladder.ladder.idle();
  return [JSON.stringify(body), ...recording.take(id)].join('\n');
}
