import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Choice } from '../../../src/domain/questionnaire/answers.js';
import { goTo, savePage } from '../../../src/services/check-in/edits.js';
import { openCheckIn } from '../../../src/services/check-in/opening.js';
import { type CheckInRef, readCheckIn } from '../../../src/services/check-in/reading.js';
import { UserFacingError } from '../../../src/services/errors/user-facing-error.js';
import { builtInFramework } from '../../support/built-in-framework.js';
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

async function setRole(personId: string, roleKey: string): Promise<void> {
  await world.context.db.person.update({ where: { id: personId }, data: { roleKey } });
}
