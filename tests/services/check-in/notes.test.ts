import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBrief } from '../../../src/services/brief/index.js';
import { addCheckInNote, longestNote } from '../../../src/services/check-in/index.js';
import { readHistory } from '../../../src/services/history/index.js';
import { type BriefWorld, openBriefWorld, type Pair } from '../brief/world.js';

let world: BriefWorld;
beforeAll(async () => {
  world = await openBriefWorld();
});
afterAll(() => world.close());

async function putRevealed() {
  const pair = await world.pair();
  const { id: checkInId } = await pair.reveal(pair.now);
  const ref = { workspaceId: pair.workspaceId, personId: pair.teo.id, checkInId };
  const add = (text: string, id = randomUUID()) => addCheckInNote(world.context, ref, { id, text });
  return { pair, ref, add };
}

async function briefOf({ workspaceId }: Pair, viewerId: string, checkInId: string) {
  const input = { workspaceId, viewerId, checkInId, surface: 'brief' } as const;
  const reading = await readBrief(world.context, input);
  if (!('brief' in reading)) throw new Error(reading.refused);
  return reading.brief;
}

describe('a note to a revealed check-in', () => {
  it('is read by both, dated, in the brief and the history, and changes no word before it', async () => {
    const { pair, ref, add } = await putRevealed();
    const before = await briefOf(pair, pair.teo.id, ref.checkInId);
    await add('The workshop was in May.');
    world.clock.advance({ days: 1 });
    await add('And not in June.');
    const added = [
      { note: 'The workshop was in May.', addedOn: '2027-03-22' },
      { note: 'And not in June.', addedOn: '2027-03-23' },
    ];
    for (const viewer of [pair.teo, pair.mika]) {
      const brief = await briefOf(pair, viewer.id, ref.checkInId);
      expect(brief.added).toEqual(added);
      if (viewer === pair.teo) expect(brief).toEqual({ ...before, added });
      const which = { workspaceId: pair.workspaceId, viewerId: viewer.id, subjectId: pair.teo.id };
      expect(await readHistory(world.context, which)).toMatchObject({
        history: { cycles: [{ added }] },
      });
    }
  });

  it('is added once, however often it is sent', async () => {
    const { pair, ref, add } = await putRevealed();
    const id = randomUUID();
    await Promise.all([add('Once.', id), add('Once.', id)]);
    await add('Once.', id);
    expect((await briefOf(pair, pair.teo.id, ref.checkInId)).added).toHaveLength(1);
  });

  it.each([
    ['   ', 'Write what you want to add'],
    ['x'.repeat(longestNote + 1), 'Keep it to 2000 characters'],
  ])('is refused where it is empty or too long', async (text, sentence) => {
    const { pair, ref, add } = await putRevealed();
    await expect(add(text)).rejects.toThrow(sentence);
    expect((await briefOf(pair, pair.teo.id, ref.checkInId)).added).toEqual([]);
  });

  it('is refused after twenty, to whoever sends several at once as well', async () => {
    const { pair, ref, add } = await putRevealed();
    const all = await Promise.allSettled(Array.from({ length: 22 }, (_, nth) => add(`${nth}`)));
    expect(all.filter(({ status }) => status === 'rejected')).toHaveLength(2);
    expect((await briefOf(pair, pair.teo.id, ref.checkInId)).added).toHaveLength(20);
  });

  it('is refused to everybody but the author, and before the reveal', async () => {
    const { pair, ref } = await putRevealed();
    for (const { id: personId } of [pair.mika, pair.noor, pair.ada]) {
      const others = addCheckInNote(
        world.context,
        { ...ref, personId },
        { id: randomUUID(), text: 'Not mine.' },
      );
      await expect(others).rejects.toThrow('to your own check-in once both sides are in');
    }
    await world.context.db.checkIn.update({
      where: { id: ref.checkInId },
      data: { revealedAt: null, assessmentId: null },
    });
    const early = addCheckInNote(world.context, ref, { id: randomUUID(), text: 'Early.' });
    await expect(early).rejects.toThrow('Nothing is saved.');
    expect(await world.context.db.checkInNote.count({ where: { checkInId: ref.checkInId } })).toBe(
      0,
    );
  });

  it('stays between the two when another manager comes', async () => {
    const { pair, ref, add } = await putRevealed();
    await add('Between us.');
    await pair.handOver(pair.noor.id);
    const input = {
      workspaceId: pair.workspaceId,
      checkInId: ref.checkInId,
      surface: 'brief',
    } as const;
    for (const { id: viewerId } of [pair.noor, pair.mika]) {
      expect(await readBrief(world.context, { ...input, viewerId })).toHaveProperty('refused');
    }
  });
});
