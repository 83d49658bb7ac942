import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveLastPage, savePage } from '../../../src/services/check-in/edits.js';
import { type CheckInRef, readCheckIn } from '../../../src/services/check-in/reading.js';
import { UserFacingError } from '../../../src/services/errors/user-facing-error.js';
import { beginCheckIn, openWorld } from './world.js';

let world: Awaited<ReturnType<typeof openWorld>>;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const at = (second: number) => new Date(Date.UTC(2026, 10, 21, 9, 0, second));
const competency = 'execution';

async function begin(): Promise<CheckInRef> {
  return beginCheckIn(world.context, await world.workspace());
}

async function kept(ref: CheckInRef) {
  return (await readCheckIn(world.context, ref)).answers.get(competency);
}

describe('saving a page', () => {
  it('keeps a choice and a text that came one after the other', async () => {
    const ref = await begin();
    const choice = { kind: 'no_opportunity' as const };
    await savePage(world.context, ref, { competency, edit: { choice, editedAt: at(1) } });
    const text = 'No launch this quarter.';
    await savePage(world.context, ref, { competency, edit: { text, editedAt: at(2) } });
    expect(await kept(ref)).toEqual({ choice, text, editedAt: at(2) });
  });

  it('ignores typing that was overtaken by later typing', async () => {
    const ref = await begin();
    const typed = (text: string, second: number) =>
      savePage(world.context, ref, { competency, edit: { text, editedAt: at(second) } });
    await typed('Ran the workshop', 2);
    await typed('Ran the', 1);
    expect((await kept(ref))?.text).toBe('Ran the workshop');
  });

  it('keeps the latest of many requests that come at once, in any order', async () => {
    const seconds = fc.uniqueArray(fc.integer({ min: 0, max: 600 }), {
      minLength: 2,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(seconds, async (arrivals) => {
        const ref = await begin();
        await Promise.all(
          arrivals.map((second) =>
            savePage(world.context, ref, {
              competency,
              edit: { text: `typed at ${second}`, editedAt: at(second) },
            }),
          ),
        );
        expect((await kept(ref))?.text).toBe(`typed at ${Math.max(...arrivals)}`);
      }),
      { numRuns: 15 },
    );
  });

  it('remembers where the person goes on to', async () => {
    const ref = await begin();
    const edit = { text: 'Cut the scope.', editedAt: at(1) };
    await savePage(world.context, ref, { competency, edit }, { goTo: 4 });
    expect(await readCheckIn(world.context, ref)).toMatchObject({ page: 4 });
  });

  it('counts as the latest when the person leaves the page, if our clock runs behind', async () => {
    const ref = await begin();
    const typed = (text: string, second: number, goTo?: number) =>
      savePage(world.context, ref, { competency, edit: { text, editedAt: at(second) } }, { goTo });
    await typed('Cut the sc', 9);
    await typed('Cut the scope.', 5, 4);
    expect((await kept(ref))?.text).toBe('Cut the scope.');
  });

  it('takes no rating that the scale does not have', async () => {
    const ref = await begin();
    const edit = { choice: { kind: 'rating' as const, key: 'stellar' }, editedAt: at(1) };
    await expect(savePage(world.context, ref, { competency, edit })).rejects.toThrow(
      UserFacingError,
    );
  });

  it('takes no competency that the role is not asked for', async () => {
    const ref = await begin();
    const edit = { text: 'Solos', editedAt: at(1) };
    await expect(savePage(world.context, ref, { competency: 'juggling', edit })).rejects.toThrow(
      UserFacingError,
    );
  });
});

describe('saving the last page', () => {
  it('keeps each answer as it comes', async () => {
    const ref = await begin();
    await saveLastPage(world.context, ref, { proudOf: 'The atlas', editedAt: at(1) });
    await saveLastPage(world.context, ref, { next: 'move:management', editedAt: at(2) });
    await saveLastPage(world.context, ref, { needs: 'Time', editedAt: at(3) });
    expect((await readCheckIn(world.context, ref)).lastPage).toEqual({
      proudOf: 'The atlas',
      next: 'move:management',
      needs: 'Time',
      keptGoingAlong: 'all',
      editedAt: at(3),
    });
  });

  it('ignores typing that was overtaken', async () => {
    const ref = await begin();
    await saveLastPage(world.context, ref, { needs: 'Time', editedAt: at(2) });
    await saveLastPage(world.context, ref, { needs: 'Ti', editedAt: at(1) });
    expect((await readCheckIn(world.context, ref)).lastPage.needs).toBe('Time');
  });

  it('takes no step that the path does not lead to', async () => {
    const ref = await begin();
    await expect(
      saveLastPage(world.context, ref, { next: 'move:astronauts', editedAt: at(1) }),
    ).rejects.toThrow(UserFacingError);
  });
});
