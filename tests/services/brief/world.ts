import { dateFromDay } from '../../../src/domain/time/day.js';
import { type BothSides, putRevealed } from '../../support/revealed.js';
import { openReminderWorld } from '../reminder/world.js';

const quarters = [
  { name: 'Q4 2026', opensOn: '2026-12-02', dueOn: '2026-12-16', reviewOn: '2026-12-23' },
  { name: 'Q1 2027', opensOn: '2027-03-03', dueOn: '2027-03-17', reviewOn: '2027-03-24' },
  { name: 'Q2 2027', opensOn: '2027-06-02', dueOn: '2027-06-16', reviewOn: '2027-06-23' },
] as const;

/** How the two see three of the associate's competencies: a gap, an agreement, no opportunity. */
export const sides = {
  collaboration: { self: 'meeting', manager: 'developing', selfText: 'Ran the pricing workshop.' },
  execution: { self: 'meeting', manager: 'meeting' },
  leadership: { self: null, manager: 'developing', selfText: 'No new joiner to buddy.' },
} satisfies Record<string, BothSides>;

/** Ada over Mika and Noor; Teo reports to Mika. Q4 2026 and Q1 2027 have opened; it is 22 March 2027. */
export async function openBriefWorld() {
  const world = await openReminderWorld();
  const { context, clock } = world;
  const { db } = context;

  async function pair() {
    const team = await world.team();
    const { workspaceId } = team;
    const ada = await team.add('Ada', { role: null });
    await db.person.update({ where: { id: ada.id }, data: { isAdmin: true } });
    const mika = await team.add('Mika', { role: 'team-leader', manager: ada });
    const noor = await team.add('Noor', { role: 'team-leader', manager: ada });
    const teo = await team.add('Teo', { role: 'associate', manager: mika });
    const frameworkVersionId = context.frameworks.current(workspaceId).id;
    const [before, now, next] = await Promise.all(
      quarters.map(({ name, ...days }, nth) =>
        db.cycle.create({
          data: {
            workspaceId,
            name,
            opensOn: dateFromDay(days.opensOn),
            dueOn: dateFromDay(days.dueOn),
            reviewOn: dateFromDay(days.reviewOn),
            ...(nth < 2 && { frameworkVersionId, openedAt: dateFromDay(days.opensOn) }),
          },
        }),
      ),
    );
    if (!before || !now || !next) throw new Error('a quarter is missing');
    clock.set('2027-03-22T10:00:00Z');
    return {
      ...team,
      ...{ ada, mika, noor, teo, before, now, next },
      /** Puts a revealed check-in of Teo's into a quarter, with a view of Mika's or another's. */
      reveal: (cycle: { id: string }, managerId = mika.id, answers = {}) =>
        putRevealed(context, {
          workspaceId,
          cycleId: cycle.id,
          personId: teo.id,
          managerId,
          roleKey: 'associate',
          at: clock.now(),
          answers: { ...sides, ...answers },
        }),
      /** Gives Teo another manager. */
      handOver: (managerId: string) =>
        db.person.update({ where: { id: teo.id }, data: { managerId } }),
      readings: () =>
        db.accessLogEntry.findMany({ where: { workspaceId }, orderBy: { id: 'asc' } }),
    };
  }

  return { ...world, pair };
}

export type BriefWorld = Awaited<ReturnType<typeof openBriefWorld>>;
export type Pair = Awaited<ReturnType<BriefWorld['pair']>>;
