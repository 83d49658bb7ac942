import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { defaultScopes } from '../../../playground/slack/options.js';
import { erasePerson } from '../../../src/services/erasure/index.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { openCheckIn } from '../check-in/desk.js';
import { inModal, untilModal } from '../conversation/desk.js';
import { personOf } from '../team/people.js';

let ladder: TestLadder;
afterEach(() => ladder.stop());

/** Q1's check-ins have opened, and Rosa has begun hers. */
async function begin(scopes: string[] = defaultScopes): Promise<void> {
  ladder = await startTestLadder({
    slack: { app: { commands: [{ command: '/ladder', description: 'Your role' }], scopes } },
  });
  ladder.clock.set('2027-03-03T14:00:00Z');
  await ladder.sendDue();
  const rosa = ladder.as('Rosa');
  await openCheckIn(ladder, rosa);
  await rosa.choose('modal', 'check_in.choose', 'Meeting');
  await rosa.type('check_in.type', 'Sailed the harbour ferry');
  await rosa.close({ all: true });
  await ladder.ladder.idle();
}

async function openData(): Promise<void> {
  const rosa = ladder.as('Rosa');
  await rosa.command('/ladder', 'privacy');
  await untilModal(ladder, 'Rosa', 'Whom to ask');
  await rosa.click('modal', 'My data');
  await untilModal(ladder, 'Rosa', 'Page 1 of');
}

async function sendFile(): Promise<void> {
  await openData();
  await ladder.as('Rosa').click('modal', 'Send it to me as a file');
  await untilModal(ladder, 'Rosa', 'The file is in your messages');
}

const files = () => ladder.slack.messages.filter(({ file }) => file !== undefined);
const waiting = () => ladder.ladder.context.db.postToDelete.count();

describe('one’s own data as a file in Slack', () => {
  it('comes to the person alone, is an export in both logs, and is gone a day later', async () => {
    await begin();
    await sendFile();
    const [shared, ...others] = files();
    expect(others).toEqual([]);
    const dm = ladder.as('Rosa').messages()[0]?.channel;
    expect(shared?.channel).toBe(dm);
    const response = await fetch(`${ladder.slack.url}${shared?.file?.path}`);
    const archive = gunzipSync(Buffer.from(await response.arrayBuffer())).toString();
    expect(archive).toContain('Sailed the harbour ferry');
    expect(archive).toMatch(/data\.json[\s\S]*data\.html/);
    expect(JSON.stringify(ladder.slack.messages)).not.toContain('harbour');

    const { db } = ladder.ladder.context;
    const { id } = await personOf(ladder, 'Rosa');
    expect(await db.accessLogEntry.findMany()).toMatchObject([
      { subjectId: id, readerId: id, surface: 'export' },
    ]);
    expect(await db.auditLogEntry.findMany()).toMatchObject([
      { action: 'person_exported', actorId: id, personId: id },
    ]);

    ladder.clock.set('2027-03-04T13:00:00Z');
    await ladder.sendDue();
    expect(files()).toHaveLength(1);
    ladder.clock.set('2027-03-04T14:01:00Z');
    await ladder.sendDue();
    expect(files()).toEqual([]);
    expect(JSON.stringify(ladder.slack.messages)).not.toContain('data.html');
    expect((await fetch(`${ladder.slack.url}${shared?.file?.path}`)).status).toBe(404);
    expect(await waiting()).toBe(0);
  });

  it('goes at once where the person is erased before', async () => {
    await begin();
    await sendFile();
    const { context, workspace } = ladder.ladder;
    const by = { operator: 'olga' };
    await erasePerson(context, { workspaceId: workspace.id, by, slackUserId: 'U0ROSA' });
    await ladder.sendDue();
    expect(files()).toEqual([]);
    expect(await waiting()).toBe(0);
  });

  it('is offered only with the scope for it; without, the window says whom to ask', async () => {
    await begin(defaultScopes.filter((scope) => scope !== 'files:write'));
    await openData();
    expect(inModal(ladder, 'Rosa')).toContain('ask whoever runs Ladder');
    expect(JSON.stringify(ladder.as('Rosa').modal())).not.toContain('privacy.data_file');
  });

  it.each([
    [
      'files.getUploadURLExternal',
      'file_uploads_disabled',
      'Slack takes no files from Ladder here',
    ],
    ['files.completeUploadExternal', 'internal_error', "I couldn't send you the file"],
  ])('is told by a sentence where Slack fails at %s, and leaves nothing', async (...given) => {
    const [method, error, words] = given;
    await begin();
    await openData();
    ladder.slack.faults.fail(method, error);
    await ladder.as('Rosa').click('modal', 'Send it to me as a file');
    await untilModal(ladder, 'Rosa', words);
    expect(files()).toEqual([]);
    expect(JSON.stringify(ladder.slack.messages)).not.toContain('data.html');
    ladder.clock.set('2027-03-04T14:01:00Z');
    await ladder.sendDue();
    expect(await waiting()).toBe(0);
    ladder.slack.refusals.splice(0);
  });
});
