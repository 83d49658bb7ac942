import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dateFromDay } from '../../../src/domain/time/day.js';
import { listChanges } from '../../../src/services/audit-log/index.js';
import { openCheckIn } from '../../../src/services/check-in/opening.js';
import { Frameworks } from '../../../src/services/framework/frameworks.js';
import { listVersions } from '../../../src/services/framework/versions.js';
import { builtInFramework } from '../../support/built-in-framework.js';
import { recordingLog } from '../../support/recording-log.js';
import { ladderWithout, ladderWithRenamed } from '../../support/renamed-ladder.js';
import { beginCheckIn, begun, openWorld } from '../check-in/world.js';

let world: Awaited<ReturnType<typeof openWorld>>;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const renamed = ladderWithRenamed({ manager: 'operations-manager' });
const roleOf = async (id: string) =>
  (await world.context.db.person.findUniqueOrThrow({ where: { id } })).roleKey;

describe('a ladder that is published', () => {
  it('is the next version, with its note and who published it', async () => {
    const { workspaceId } = await world.workspace();
    const publishing = { workspaceId, framework: renamed, note: 'Clearer titles' };
    const { version, isNew } = await world.frameworks.publish({
      ...publishing,
      publishedBy: 'wren',
      at: new Date('2027-03-05T09:00:00Z'),
    });
    expect({ number: version.number, isNew }).toEqual({ number: 2, isNew: true });
    expect(world.frameworks.current(workspaceId).framework).toEqual(renamed);
    expect((await listVersions(world.context, workspaceId))[0]).toEqual({
      ...{ number: 2, note: 'Clearer titles', publishedBy: 'wren' },
      publishedAt: new Date('2027-03-05T09:00:00Z'),
    });
  });

  it('leaves an entry with who did it, also a program; the first version is nobody’s', async () => {
    const { workspaceId } = await world.workspace();
    const entries = () =>
      listChanges(world.context, { workspaceId, most: 9 }).then((all) =>
        all.map(({ action, by, before, after }) => ({ action, by, before, after })),
      );
    expect(await entries()).toEqual([]);
    const publishing = { workspaceId, publishedBy: 'Wren Lead' };
    const by = { operator: 'wren' };
    await world.frameworks.publish({ ...publishing, framework: renamed, by });
    await world.frameworks.publish({ ...publishing, framework: renamed, by });
    const published = { action: 'ladder_published', by: 'wren', before: '1', after: '2' };
    expect(await entries()).toEqual([published]);
    const publishedBy = 'FRAMEWORK_FILE';
    await world.frameworks.publish({ workspaceId, publishedBy, framework: builtInFramework() });
    expect((await entries())[0]).toEqual({
      ...published,
      by: publishedBy,
      before: '2',
      after: '3',
    });
  });

  it('changes nothing where it is the version in use', async () => {
    const { workspaceId } = await world.workspace();
    const again = { workspaceId, framework: builtInFramework(), note: 'Again' };
    expect(await world.frameworks.publish(again)).toMatchObject({ isNew: false, moved: [] });
    expect(await listVersions(world.context, workspaceId)).toHaveLength(1);
  });

  it('is a version of its own where an older one was the same', async () => {
    const { workspaceId } = await world.workspace();
    await world.frameworks.use(workspaceId, renamed);
    await world.frameworks.use(workspaceId, builtInFramework());
    expect(world.frameworks.current(workspaceId).number).toBe(3);
    const other = new Frameworks(world.context.db);
    expect((await other.refresh(workspaceId))?.number).toBe(3);
  });

  it('is refused where somebody else has published since the differences were read', async () => {
    const { workspaceId } = await world.workspace();
    await world.frameworks.use(workspaceId, ladderWithout('senior'));
    const late = { workspaceId, framework: renamed, after: 1 };
    await expect(world.frameworks.publish(late)).rejects.toThrow(
      'Somebody else has published version 2 meanwhile. Nothing is changed; look at the differences again.',
    );
    expect(await listVersions(world.context, workspaceId)).toHaveLength(2);
  });

  it('gets a number of its own where two are published at once', async () => {
    const { workspaceId } = await world.workspace();
    const [one, other] = [new Frameworks(world.context.db), new Frameworks(world.context.db)];
    const published = await Promise.all([
      one.publish({ workspaceId, framework: renamed }),
      other.publish({ workspaceId, framework: ladderWithout('senior') }),
      one.publish({ workspaceId, framework: renamed }),
    ]);
    const numbers = (await listVersions(world.context, workspaceId)).map(({ number }) => number);
    expect(numbers).toEqual(numbers.map((_, nth) => numbers.length - nth));
    expect(published.filter(({ isNew }) => isNew)).toHaveLength(numbers.length - 1);
  });

  it('is noticed by another instance when it looks', async () => {
    const { workspaceId } = await world.workspace();
    const other = new Frameworks(world.context.db);
    await other.refresh(workspaceId);
    await world.frameworks.use(workspaceId, renamed);
    expect(other.current(workspaceId).number).toBe(1);
    await other.refresh(workspaceId);
    expect(other.current(workspaceId)).toMatchObject({ number: 2, framework: renamed });
  });
});

describe('a person whose role gets another key', () => {
  it('moves along, with the day since when they have it', async () => {
    const { workspaceId, personId } = await world.workspace();
    const inRoleSince = dateFromDay('2025-01-13');
    await world.context.db.person.update({ where: { id: personId }, data: { inRoleSince } });
    const { moved } = await world.frameworks.publish({ workspaceId, framework: renamed });
    expect(moved).toEqual([{ from: 'manager', to: 'operations-manager', people: 1 }]);
    const where = { id: personId };
    expect(await world.context.db.person.findUniqueOrThrow({ where })).toMatchObject({
      roleKey: 'operations-manager',
      inRoleSince,
    });
  });

  it('moves along from a key of several versions ago', async () => {
    const { workspaceId, personId } = await world.workspace();
    await world.frameworks.use(workspaceId, ladderWithout('manager'));
    expect(await roleOf(personId)).toBe('manager');
    await world.frameworks.use(workspaceId, renamed);
    expect(await roleOf(personId)).toBe('operations-manager');
  });

  it('goes on with the check-in that they began, and hears of no new role', async () => {
    const { workspaceId, personId, version } = await world.workspace();
    const { checkInId } = await beginCheckIn(world.context, { workspaceId, personId });
    await world.frameworks.use(workspaceId, renamed);
    const checkIn = begun(await openCheckIn(world.context, { workspaceId, personId }));
    expect(checkIn).toMatchObject({ id: checkInId, frameworkNumber: version.number });
    expect(checkIn).toMatchObject({ role: { key: 'manager' }, newRole: undefined });
  });

  it('begins a check-in against the version that the cycle was opened with', async () => {
    const { workspaceId, personId, version } = await world.workspace();
    await world.frameworks.use(workspaceId, renamed);
    const checkIn = begun(await openCheckIn(world.context, { workspaceId, personId }));
    expect(checkIn).toMatchObject({ frameworkNumber: version.number, role: { key: 'manager' } });
  });
});

describe('a stored version that cannot be read', () => {
  const damage = (workspaceId: string, number: number) =>
    world.context.db.frameworkVersion.updateMany({
      where: { workspaceId, number },
      data: { document: { key: 'torn', roles: 'gone' } },
    });

  it('is reported once, and the newest readable one is used', async () => {
    const { workspaceId } = await world.workspace();
    await world.frameworks.use(workspaceId, renamed);
    await damage(workspaceId, 2);
    const { log, lines } = recordingLog();
    const other = new Frameworks(world.context.db, log);
    await other.refresh(workspaceId);
    await other.refresh(workspaceId);
    expect(other.current(workspaceId).number).toBe(1);
    expect(lines).toEqual([
      expect.objectContaining({
        level: 'error',
        sentence: expect.stringContaining('a stored version of the ladder cannot be read'),
      }),
    ]);
  });

  it('keeps what a running server has in memory', async () => {
    const { workspaceId } = await world.workspace();
    await world.frameworks.use(workspaceId, renamed);
    await damage(workspaceId, 2);
    await world.frameworks.refresh(workspaceId);
    expect(world.frameworks.current(workspaceId).framework).toEqual(renamed);
  });

  it('ends in words for people where it is the only one', async () => {
    const { workspaceId } = await world.workspace();
    await damage(workspaceId, 1);
    await expect(new Frameworks(world.context.db).refresh(workspaceId)).rejects.toThrow(
      "Version 1 of the ladder, which this needs, can't be read from the database. Ask whoever runs Ladder.",
    );
  });
});
