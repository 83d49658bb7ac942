import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveNotes } from '../../../src/services/conversation/notes.js';
import { recordConversation } from '../../../src/services/conversation/recording.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { inModal, lastOf, reveal, untilModal } from '../conversation/desk.js';
import { personOf, readTeam } from '../team/people.js';

const notes = 'Wrote *down* <together>\nand on a second line';

let ladder: TestLadder;
/** Mika and Teo have talked on 24 March, and wrote down what they want to remember. */
beforeEach(async () => {
  ladder = await startTestLadder();
  const checkInId = await reveal(ladder);
  const { context, workspace } = ladder.ladder;
  const { id: personId } = await personOf(ladder, 'Mika');
  const ref = { workspaceId: workspace.id, personId, checkInId };
  await recordConversation(context, ref, '2027-03-24');
  await saveNotes(context, ref, { text: notes, version: 0 });
});
afterEach(() => ladder.stop());

async function openHistoryOfTeo(manager: string) {
  await readTeam(ladder, manager);
  const person = ladder.as(manager);
  await person.click(lastOf(ladder, manager), 'Open the page of Teo Associate');
  await untilModal(ladder, manager, 'What you keep for your next view');
}

describe('the notes of a conversation, in the ratings over the cycles', () => {
  it('are read by Mika, as they were written down', async () => {
    await openHistoryOfTeo('Mika');
    await ladder.as('Mika').click('modal', 'Earlier ratings');
    await untilModal(ladder, 'Mika', 'Your conversations');
    expect(inModal(ladder, 'Mika')).toContain('Q1 2027, talked on Wednesday 24 March. Your notes:');
    expect(inModal(ladder, 'Mika')).toContain(notes);
  });

  it('are read by Teo in a window drawn alike, from the answer to what he asks of himself', async () => {
    await openHistoryOfTeo('Mika');
    const mika = ladder.as('Mika');
    await mika.click('modal', 'Earlier ratings');
    await untilModal(ladder, 'Mika', 'Your conversations');
    const teo = ladder.as('Teo');
    await teo.command('/ladder', 'me');
    await ladder.slack.waitFor(() => lastOf(ladder, 'Teo').text.startsWith('You are'));
    await teo.click(lastOf(ladder, 'Teo'), 'All ratings');
    await untilModal(ladder, 'Teo', 'Your conversations');
    expect(inModal(ladder, 'Teo')).toContain('Q1 2027, talked on Wednesday 24 March. Your notes:');
    expect(inModal(ladder, 'Teo')).toContain(notes);
    const kinds = (name: string) =>
      ladder
        .as(name)
        .modal()
        ?.blocks.map(({ type }) => type);
    expect(kinds('Teo')).toEqual(kinds('Mika'));
  });

  it('are not read by Noor, who is Teo’s manager since', async () => {
    const [teo, noor] = [await personOf(ladder, 'Teo'), await personOf(ladder, 'Noor')];
    await ladder.ladder.context.db.person.update({
      where: { id: teo.id },
      data: { managerId: noor.id },
    });
    await openHistoryOfTeo('Noor');
    expect(inModal(ladder, 'Noor')).toContain('Earlier ratings open once you have given your view');
    expect(inModal(ladder, 'Noor')).not.toContain('second line');
  });

  it('stand in no message', () => {
    const posted = ['Mika', 'Teo'].flatMap((name) => ladder.as(name).messages());
    expect(JSON.stringify(posted)).not.toContain('second line');
  });
});
