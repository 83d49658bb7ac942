import { randomUUID } from 'node:crypto';
import { dateFromDay } from '../../../src/domain/time/day.js';
import { type Agreement, agreeOn } from '../../../src/services/conversation/agreements.js';
import type { RecordRef } from '../../../src/services/conversation/recordable.js';
import { recordConversation } from '../../../src/services/conversation/recording.js';
import { putRevealed } from '../../support/revealed.js';
import { openReminderWorld, type PersonToAdd } from '../reminder/world.js';

/** The day on which Mika and Teo talk: Wednesday 24 March 2027, all in UTC. */
export const talkDay = '2027-03-24';
export const talkTime = `${talkDay}T10:00:00Z`;

/** Mika and her report Teo, whose Q1 check-in is revealed on the day of the review. */
export async function openConversationWorld() {
  const world = await openReminderWorld();
  const { context, clock } = world;

  async function pair({ teo: teoIs = {} as PersonToAdd } = {}) {
    const team = await world.team();
    const { workspaceId } = team;
    const ada = await team.add('Ada', { role: null });
    const mika = await team.add('Mika', { role: 'team-leader', manager: ada });
    const teo = await team.add('Teo', { role: 'associate', manager: mika, ...teoIs });
    const version = context.frameworks.current(workspaceId);
    const cycle = await context.db.cycle.create({
      data: {
        workspaceId,
        name: 'Q1 2027',
        opensOn: dateFromDay('2027-03-03'),
        dueOn: dateFromDay('2027-03-17'),
        reviewOn: dateFromDay(talkDay),
        openedAt: new Date('2027-03-03T00:00:00Z'),
        frameworkVersionId: version.id,
      },
    });
    clock.set(talkTime);
    const checkIn = await putRevealed(context, {
      workspaceId,
      cycleId: cycle.id,
      personId: teo.id,
      managerId: mika.id,
      roleKey: 'associate',
      at: clock.now(),
    });
    const ref: RecordRef = { workspaceId, personId: mika.id, checkInId: checkIn.id };
    return {
      ...team,
      ada,
      mika,
      teo,
      cycle,
      ref,
      /** Only what concerns conversations and actions; the cycle's own messages are others' matter. */
      heard(): string[] {
        return team.letterbox.received.filter((one) => /^(conversation|action)/.test(one));
      },
      /** The same record as the report has it. */
      own: { ...ref, personId: teo.id },
      record: (heldOn = talkDay, was?: string) => recordConversation(context, ref, heldOn, was),
      /** Agrees on an action and gives its id. */
      async agree(some: Partial<Agreement> = {}): Promise<string> {
        const agreement = { ...sample(), ...some };
        await agreeOn(context, ref, agreement);
        return agreement.actionItemId;
      },
      async giveManager(managerId: string | null) {
        await context.db.person.update({ where: { id: teo.id }, data: { managerId } });
      },
      conversation: () => context.db.conversation.findFirstOrThrow({ where: { personId: teo.id } }),
    };
  }

  return { ...world, pair };
}

/** Something to agree on: Teo leads two retrospectives by the end of May. */
export function sample(): Agreement {
  return {
    actionItemId: randomUUID(),
    what: 'Lead two retrospectives',
    measure: 'Two notes in the team channel',
    dueOn: '2027-05-31',
    competencyKey: undefined,
    side: 'report',
  };
}
