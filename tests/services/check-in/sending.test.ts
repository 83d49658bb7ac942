import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, Choice } from '../../../src/domain/questionnaire/answers.js';
import { reopenCheckIn, submitCheckIn } from '../../../src/services/check-in/check-ins.js';
import { saveLastPage, savePage } from '../../../src/services/check-in/edits.js';
import { openCheckIn } from '../../../src/services/check-in/opening.js';
import { type CheckInRef, readCheckIn } from '../../../src/services/check-in/reading.js';
import { UserFacingError } from '../../../src/services/errors/user-facing-error.js';
import { beginCheckIn, begun, openWorld } from './world.js';

let world: Awaited<ReturnType<typeof openWorld>>;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const at = (second: number) => new Date(Date.UTC(2026, 10, 21, 9, 0, second));
const meeting: Choice = { kind: 'rating', key: 'meeting' };

async function answerAll(ref: CheckInRef): Promise<void> {
  const { pages } = await readCheckIn(world.context, ref);
  for (const { competency } of pages) {
    const edit = { choice: meeting, editedAt: at(1) };
    await savePage(world.context, ref, { competency: competency.key, edit });
  }
}

async function answerOf(ref: CheckInRef, competency: string): Promise<Answer | undefined> {
  return (await readCheckIn(world.context, ref)).answers.get(competency);
}

describe('sending a check-in', () => {
  it('is refused while something is open, and keeps what stood on the last page', async () => {
    const ref = await beginCheckIn(world.context, await world.workspace());
    const sent = await submitCheckIn(world.context, ref, { proudOf: 'The atlas', editedAt: at(2) });
    expect(sent).toEqual({ done: false, because: 'incomplete' });
    expect((await readCheckIn(world.context, ref)).lastPage.proudOf).toBe('The atlas');
  });

  it('works once everything is answered, and remembers when', async () => {
    const ref = await beginCheckIn(world.context, await world.workspace());
    await answerAll(ref);
    expect(await submitCheckIn(world.context, ref)).toEqual({ done: true });
    expect(await readCheckIn(world.context, ref)).toMatchObject({
      state: 'submitted',
      submittedAt: world.clock.now(),
    });
  });

  it('takes place once, however often the button is pressed', async () => {
    const ref = await beginCheckIn(world.context, await world.workspace());
    await answerAll(ref);
    const results = await Promise.all([1, 2, 3].map(() => submitCheckIn(world.context, ref)));
    expect(results.filter(({ done }) => done)).toHaveLength(1);
    expect(results).toContainEqual({ done: false, because: 'already_sent' });
  });

  it('shows what was sent from then on', async () => {
    const who = await world.workspace();
    const ref = await beginCheckIn(world.context, who);
    await answerAll(ref);
    await submitCheckIn(world.context, ref);
    expect((await openCheckIn(world.context, who)).kind).toBe('submitted');
  });

  it('can be taken back, and goes on at the last page', async () => {
    const who = await world.workspace();
    const ref = await beginCheckIn(world.context, who);
    await answerAll(ref);
    await submitCheckIn(world.context, ref);
    expect(await reopenCheckIn(world.context, ref)).toEqual({ done: true });
    const again = begun(await openCheckIn(world.context, who));
    expect(again).toMatchObject({ state: 'draft', page: 5, submittedAt: undefined });
  });

  it('never lets a page that races with it change what was sent', async () => {
    const ref = await beginCheckIn(world.context, await world.workspace());
    await answerAll(ref);
    const edit = { text: 'Too late?', editedAt: at(5) };
    const [sent, saved] = await Promise.all([
      submitCheckIn(world.context, ref),
      savePage(world.context, ref, { competency: 'execution', edit }),
    ]);
    expect(sent.done).toBe(true);
    expect((await answerOf(ref, 'execution'))?.text).toBe(saved.done ? 'Too late?' : '');
  });
});

describe('a check-in', () => {
  it('takes no more pages once it is sent', async () => {
    const ref = await beginCheckIn(world.context, await world.workspace());
    await answerAll(ref);
    await submitCheckIn(world.context, ref);
    const edit = { text: 'One more thing', editedAt: at(5) };
    expect(await savePage(world.context, ref, { competency: 'execution', edit })).toEqual({
      done: false,
      because: 'already_sent',
    });
    expect((await answerOf(ref, 'execution'))?.text).toBe('');
  });

  it('takes no more pages once its cycle has closed', async () => {
    const ref = await beginCheckIn(world.context, await world.workspace());
    world.clock.set('2027-06-01T10:00:00Z');
    const edit = { proudOf: 'Late', editedAt: at(5) };
    expect(await saveLastPage(world.context, ref, edit)).toEqual({
      done: false,
      because: 'cycle_closed',
    });
  });

  it('belongs to its author alone', async () => {
    const who = await world.workspace();
    const ref = await beginCheckIn(world.context, who);
    const { id: personId } = await world.context.db.person.create({
      data: { workspaceId: who.workspaceId, slackUserId: 'U0MIKA', name: 'Mika Manager' },
    });
    const theirs = { ...ref, personId };
    const edit = { competency: 'execution', edit: { text: 'Mine now', editedAt: at(5) } };
    await expect(readCheckIn(world.context, theirs)).rejects.toThrow(UserFacingError);
    await expect(savePage(world.context, theirs, edit)).rejects.toThrow(UserFacingError);
    await expect(submitCheckIn(world.context, theirs)).rejects.toThrow(UserFacingError);
    await expect(reopenCheckIn(world.context, theirs)).rejects.toThrow(UserFacingError);
  });

  it('belongs to its workspace alone', async () => {
    const ref = await beginCheckIn(world.context, await world.workspace());
    const { workspaceId } = await world.workspace();
    await expect(readCheckIn(world.context, { ...ref, workspaceId })).rejects.toThrow(
      UserFacingError,
    );
  });
});
