import { randomUUID } from 'node:crypto';
import type { CheckIn, Person } from '../../../src/database/index.js';
import { teamGroups } from '../../../src/domain/team/team.js';
import { dateFromDay } from '../../../src/domain/time/day.js';
import {
  actionItemsOf,
  readActionItem,
  rescheduleActionItem,
} from '../../../src/services/action-item/index.js';
import { openAssessment } from '../../../src/services/assessment/index.js';
import { readBrief } from '../../../src/services/brief/index.js';
import {
  listActionItems,
  readAnswer,
  readRecord,
} from '../../../src/services/conversation/index.js';
import { FieldError, UserFacingError } from '../../../src/services/errors/index.js';
import { evidenceForAssessment } from '../../../src/services/evidence/index.js';
import { readHistory } from '../../../src/services/history/index.js';
import { nudgeReport } from '../../../src/services/reminder/nudges.js';
import { teamState } from '../../../src/services/team/index.js';
import type { BriefWorld, Pair } from '../brief/world.js';

/** Where something of Teo's can be read or changed. */
export const surfaces = [
  'brief',
  'history',
  'evidence',
  'assessment',
  'record',
  'notes',
  'answer',
  'action items',
  'closed action item',
  'one action item',
  'change of an action item',
  'list of action items',
  'team list',
  'brief in the team list',
  'nudge',
] as const;
export type Surface = (typeof surfaces)[number];

/** Teo's rows in one situation. */
export interface Situation {
  pair: Pair;
  /** The check-in that the situation is about, and its cycle. */
  checkIn: Pick<CheckIn, 'id'>;
  cycle: { id: string };
  conversationId: string;
  openItemId: string;
}

/** Puts what is there in every situation: the talk of Q4 with two action items, and some evidence. */
export async function putSituation(world: BriefWorld, pair: Pair): Promise<Situation> {
  const { db, clock } = world.context;
  const { workspaceId, teo, mika, before, now } = pair;
  const at = clock.now();
  const conversation = await db.conversation.create({
    data: {
      ...{ workspaceId, cycleId: before.id, personId: teo.id, managerId: mika.id },
      ...{ heldOn: dateFromDay('2026-12-23'), recordedAt: at },
    },
  });
  const item = {
    ...{ workspaceId, personId: teo.id, ownerId: teo.id, conversationId: conversation.id },
    ...{ what: 'Shadow two calls', dueOn: dateFromDay('2027-06-01'), createdAt: at },
  };
  const open = await db.actionItem.create({ data: item });
  await db.actionItem.create({ data: { ...item, state: 'done', closedAt: at } });
  await db.evidence.create({
    data: {
      ...{ id: randomUUID(), workspaceId, personId: teo.id, createdAt: at },
      ...{ note: 'Ran the pricing workshop.', happenedOn: dateFromDay('2027-02-02') },
    },
  });
  const [checkIn, cycle] = [{ id: randomUUID() }, now];
  return { pair, checkIn, cycle, conversationId: conversation.id, openItemId: open.id };
}

interface Asking extends Situation {
  world: BriefWorld;
  actor: Person;
}

/** By surface: whether an actor is let in. Throws where a service says no with an error. */
export const asking: Record<Surface, (asking: Asking) => Promise<boolean>> = {
  async brief({ world, pair: { workspaceId }, actor: { id: viewerId }, checkIn: { id } }) {
    const input = { workspaceId, viewerId, checkInId: id, surface: 'brief' } as const;
    return 'brief' in (await readBrief(world.context, input));
  },
  async history({ world, pair: { workspaceId, teo }, actor }) {
    const input = { workspaceId, viewerId: actor.id, subjectId: teo.id };
    const reading = await readHistory(world.context, input);
    return 'history' in reading && reading.history.cycles.length > 0;
  },
  async evidence({ world, pair: { workspaceId, teo }, actor, cycle }) {
    const whose = { workspaceId, personId: teo.id, viewerId: actor.id, cycleId: cycle.id };
    return (await evidenceForAssessment(world.context, whose)).size > 0;
  },
  async assessment({ world, pair: { workspaceId, teo }, actor }) {
    const pair = { workspaceId, managerId: actor.id, reportId: teo.id };
    return (await openAssessment(world.context, pair)).kind !== 'refused';
  },
  async record({ world, pair: { workspaceId }, actor, checkIn }) {
    const ref = { workspaceId, personId: actor.id, checkInId: checkIn.id };
    return (await readRecord(world.context, ref)).report.name === 'Teo';
  },
  async notes({ world, pair: { workspaceId }, actor, cycle }) {
    const found = await world.context.db.checkIn.findFirst({ where: { cycleId: cycle.id } });
    const ref = { workspaceId, personId: actor.id, checkInId: found?.id ?? randomUUID() };
    return (await readRecord(world.context, ref)).held?.talk !== undefined;
  },
  async answer({ world, pair: { workspaceId }, actor, conversationId }) {
    const ref = { workspaceId, personId: actor.id, conversationId };
    return (await readAnswer(world.context, ref)).id === conversationId;
  },
  'action items': async (asked) => (await itemsOf(asked)).includes('open'),
  'closed action item': async (asked) => (await itemsOf(asked)).includes('done'),
  async 'one action item'({ world, pair: { workspaceId }, actor, openItemId }) {
    const ref = { workspaceId, personId: actor.id, actionItemId: openItemId };
    return (await readActionItem(world.context, ref)).id === openItemId;
  },
  async 'change of an action item'({ world, pair: { workspaceId }, actor, openItemId }) {
    const ref = { workspaceId, personId: actor.id, actionItemId: openItemId };
    const change = { dueOn: '2027-06-02', reason: '' } as const;
    // A reason that is missing is complained about to those who may change it.
    return rescheduleActionItem(world.context, ref, change).then(
      () => false,
      (error: unknown) => error instanceof FieldError,
    );
  },
  async 'list of action items'({ world, pair: { workspaceId, teo }, actor }) {
    const whose = { workspaceId, viewerId: actor.id, personId: teo.id };
    return (await listActionItems(world.context, whose)).report.id === teo.id;
  },
  'team list': async (asked) => (await reportIn(asked)) !== undefined,
  'brief in the team list': async (asked) => (await reportIn(asked))?.brief !== undefined,
  async nudge({ world, pair: { workspaceId, teo, letterbox }, actor }) {
    const input = { workspaceId, managerId: actor.id, reportId: teo.id };
    return (await nudgeReport(world.context, letterbox, input)).report.name === 'Teo';
  },
};

async function itemsOf({ world, pair: { workspaceId, teo }, actor }: Asking) {
  const whose = { workspaceId, personId: teo.id, viewerId: actor.id, at: world.clock.now() };
  return (await actionItemsOf(world.context, whose)).map(({ state }) => state);
}

async function reportIn({ world, pair: { workspaceId, teo }, actor }: Asking) {
  const asked = { workspaceId, manager: actor, at: world.clock.now() };
  const state = await teamState(world.context, asked);
  const reports = state ? teamGroups.flatMap((group) => state.team.groups[group]) : [];
  return reports.find(({ personId }) => personId === teo.id);
}

/** The surfaces on which an actor is let in, tried one after the other. */
export async function allowedTo(asked: Asking): Promise<Surface[]> {
  const allowed: Surface[] = [];
  for (const surface of surfaces) {
    if (await asking[surface](asked).catch(refused)) allowed.push(surface);
  }
  return allowed;
}

function refused(error: unknown): false {
  if (error instanceof UserFacingError) return false;
  throw error;
}
