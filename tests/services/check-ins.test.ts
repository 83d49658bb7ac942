import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, Choice } from '../../src/domain/check-in-answers.js';
import {
  type CheckInRef,
  goTo,
  openCheckIn,
  readCheckIn,
  reopenCheckIn,
  saveLastPage,
  savePage,
  submitCheckIn,
} from '../../src/services/check-ins.js';
import { UserFacingError } from '../../src/services/user-facing-error.js';
import { builtInFramework } from '../support/built-in-framework.js';
import { beginCheckIn, begun, openWorld } from './check-in-world.js';

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

describe('opening a check-in', () => {
  it('begins a draft on the first page, against the role of today', async () => {
    const opened = await openCheckIn(world.context, await world.workspace());
    expect(opened).toMatchObject({ kind: 'page', checkIn: { page: 0, state: 'draft' } });
    expect(begun(opened).role.key).toBe('manager');
  });

  it('goes on with the same draft the next time', async () => {
    const who = await world.workspace();
    const ref = await beginCheckIn(world.context, who);
    await goTo(world.context, ref, 3);
    expect(begun(await openCheckIn(world.context, who))).toMatchObject({
      id: ref.checkInId,
      page: 3,
    });
  });

  it('begins one draft, even if two devices ask at the same moment', async () => {
    const who = await world.workspace();
    const [one, other] = await Promise.all([
      openCheckIn(world.context, who),
      openCheckIn(world.context, who),
    ]);
    expect(begun(one).id).toBe(begun(other).id);
  });

  it('says when the next cycle opens, between two cycles', async () => {
    const who = await world.workspace({ open: false });
    expect(await openCheckIn(world.context, who)).toMatchObject({
      kind: 'no_cycle',
      next: { name: 'Q1 2027', opensOn: '2027-03-03' },
    });
  });

  it('is closed some weeks after the review date', async () => {
    const who = await world.workspace();
    world.clock.set('2027-06-01T10:00:00Z');
    expect((await openCheckIn(world.context, who)).kind).toBe('no_cycle');
  });

  it('asks for a role first, where there is none', async () => {
    const who = await world.workspace({ role: null });
    expect((await openCheckIn(world.context, who)).kind).toBe('no_role');
  });

  it('asks for a role again, where the framework no longer has it', async () => {
    const who = await world.workspace({ role: 'long-gone' });
    expect((await openCheckIn(world.context, who)).kind).toBe('no_role');
  });

  it('stays with the framework that the cycle was opened with', async () => {
    const who = await world.workspace();
    const newer = { ...builtInFramework(), name: 'Newer' };
    await world.frameworks.use(who.workspaceId, newer);
    expect(begun(await openCheckIn(world.context, who)).framework.name).not.toBe('Newer');
  });

  it('takes the current framework for a role that came with it', async () => {
    const who = await world.workspace({ role: 'chief-of-staff' });
    const { roles, ...rest } = builtInFramework();
    const added = roles.map((role) => ({ ...role, key: 'chief-of-staff' })).slice(0, 1);
    await world.frameworks.use(who.workspaceId, { ...rest, roles: [...roles, ...added] });
    expect(begun(await openCheckIn(world.context, who)).role.key).toBe('chief-of-staff');
  });

  it('follows a corrected role as long as nothing is answered', async () => {
    const who = await world.workspace();
    await beginCheckIn(world.context, who);
    await setRole(who.personId, 'senior');
    expect(begun(await openCheckIn(world.context, who)).role.key).toBe('senior');
  });

  it('keeps the role that was answered for, once something is answered', async () => {
    const who = await world.workspace();
    await answerAll(await beginCheckIn(world.context, who));
    await setRole(who.personId, 'senior');
    expect(begun(await openCheckIn(world.context, who)).role.key).toBe('manager');
  });

  it('is for people of the workspace only', async () => {
    const rosa = await world.workspace();
    const elsewhere = await world.workspace();
    await expect(
      openCheckIn(world.context, { ...elsewhere, personId: rosa.personId }),
    ).rejects.toThrow(UserFacingError);
  });
});

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

async function setRole(personId: string, roleKey: string): Promise<void> {
  await world.context.db.person.update({ where: { id: personId }, data: { roleKey } });
}
