import type { Person } from '../../../src/database/index.js';
import type { Context } from '../../../src/services/context.js';
import { ensureCycles, openDueCycles } from '../../../src/services/cycle/cycles.js';
import type {
  FindOutcome,
  Messenger,
  PostAddress,
  PostToFind,
  PostToUpdate,
  SendOutcome,
  UpdateOutcome,
} from '../../../src/services/delivery/messenger.js';
import { Frameworks } from '../../../src/services/framework/frameworks.js';
import {
  messages,
  type OutgoingMessage,
  type SingleMessage,
} from '../../../src/services/messages/index.js';
import { previewReminders, sendReminders } from '../../../src/services/reminder/reminders.js';
import { rememberWorkspace } from '../../../src/services/workspace/workspaces.js';
import { builtInFramework } from '../../support/built-in-framework.js';
import { openTestDatabase } from '../../support/database.js';
import { recordingLog } from '../../support/recording-log.js';
import { TestClock } from '../../support/test-clock.js';

/** A letterbox instead of Slack: it stores what arrives, and tests set its answers. */
export class Letterbox implements Messenger {
  readonly perMinute = 100_000;
  readonly letters: { to: string; message: OutgoingMessage }[] = [];
  answer: (to: string) => SendOutcome = (to) => {
    this.#posted += 1;
    const message = { channelId: `D${to}`, ts: `${this.#posted}.0` };
    this.#last.set(to, message);
    return { state: 'sent', ...message };
  };
  /** Throws about what it is not to be able to build. */
  check: (message: SingleMessage) => void = () => {};
  #posted = 0;
  readonly removed: { channelId: string; ts: string }[] = [];
  readonly #last = new Map<string, { channelId: string; ts: string }>();

  async send(
    { slackUserId }: { slackUserId: string },
    message: OutgoingMessage,
  ): Promise<SendOutcome> {
    const outcome = this.answer(slackUserId);
    if (outcome.state === 'sent' || outcome.state === 'unknown') {
      this.letters.push({ to: slackUserId, message });
    }
    return outcome;
  }

  /** What posts were drawn anew, in the order in which that happened. */
  readonly edits: { channelId: string; ts: string; message: OutgoingMessage }[] = [];
  takeEdit: (post: PostToUpdate) => UpdateOutcome = () => ({ state: 'updated' });

  drawn({ locale }: PostToUpdate['reader'], message: OutgoingMessage): string {
    return JSON.stringify([locale, message]);
  }

  async update(post: PostToUpdate, message: OutgoingMessage): Promise<UpdateOutcome> {
    const outcome = this.takeEdit(post);
    const { channelId, ts } = post;
    if (outcome.state === 'updated') this.edits.push({ channelId, ts, message });
    return outcome;
  }

  async remove({ channelId, ts }: PostAddress): Promise<UpdateOutcome> {
    this.removed.push({ channelId, ts });
    return { state: 'updated' };
  }

  /** What it says to who looks for a post in it. */
  look: (post: PostToFind) => FindOutcome = () => ({
    state: 'not_allowed',
    reason: 'missing_scope',
  });

  async find(post: PostToFind): Promise<FindOutcome> {
    return this.look(post);
  }

  /** "invitation to U0TEO", in the order of arrival. */
  get received(): string[] {
    return this.letters.map(({ to, message }) => `${message.kind} to ${to}`);
  }

  /** The same with what a combined message holds: "reminder, digest to U0TEO". */
  get told(): string[] {
    return this.letters.map(({ to, message }) => {
      const parts = message.kind === 'combined' ? message.parts : [message];
      return `${parts.map(({ kind }) => kind).join(', ')} to ${to}`;
    });
  }

  /** Where the last letter to somebody stands in Slack. */
  lastTo(to: string): { channelId: string; ts: string } {
    const message = this.#last.get(to);
    if (!message) throw new Error(`${to} has got nothing yet`);
    return message;
  }
}

export interface PersonToAdd {
  timeZone?: string;
  role?: string | null;
  manager?: Person;
  admin?: boolean;
  /** False for somebody whose profile Slack has never been asked for. */
  known?: boolean;
}

/** A database with the services on it; each test makes a team of its own. */
export async function openReminderWorld() {
  const database = await openTestDatabase();
  const { db } = database;
  const clock = new TestClock('2027-03-02T15:00:00Z');
  const frameworks = new Frameworks(db);
  const context: Context = { db, clock, log: recordingLog().log, frameworks, messages };
  let count = 0;

  /** A workspace with the built-in ladder on Tuesday 2 March 2027; its people are all in UTC. */
  async function team() {
    clock.set('2027-03-02T15:00:00Z');
    count += 1;
    const { id: workspaceId } = await rememberWorkspace(context, {
      slackTeamId: `T${count}`,
      name: 'Moss & Fern',
    });
    await frameworks.use(workspaceId, builtInFramework());
    const letterbox = new Letterbox();
    return {
      workspaceId,
      letterbox,
      async add(name: string, person: PersonToAdd = {}) {
        const { timeZone = 'UTC', role = 'manager', manager, admin = false, known = true } = person;
        return db.person.create({
          data: {
            workspaceId,
            slackUserId: `U0${name.toUpperCase()}`,
            name,
            timeZone,
            roleKey: role,
            isAdmin: admin,
            managerId: manager?.id ?? null,
            createdAt: clock.now(),
            profileReadAt: known ? clock.now() : null,
          },
        });
      },
      /** U0, U1 …: so many people with a role and without a manager. */
      addMany(people: number) {
        return db.person.createMany({
          data: Array.from({ length: people }, (_, number) => ({
            workspaceId,
            slackUserId: `U${number}`,
            name: `Person ${number}`,
            roleKey: 'manager',
            profileReadAt: clock.now(),
          })),
        });
      },
      /** Sends what is due at this instant. */
      sendAt(now: string | Date) {
        clock.set(now);
        return sendReminders(context, letterbox, workspaceId);
      },
      previewFrom: (from: string) =>
        previewReminders(context, { workspaceId, from: new Date(from) }),
      /** What was recorded, as "kind step state reason". */
      async recorded() {
        const rows = await db.delivery.findMany({ where: { workspaceId }, orderBy: { id: 'asc' } });
        return rows.map(({ kind, step, state, reason }) =>
          [kind, step, state, reason].filter(Boolean).join(' '),
        );
      },
      async submit(person: Person) {
        await writeCheckIn(person, 'submitted');
      },
      /** Opens the check-in and answers nothing. */
      async look(person: Person) {
        await writeCheckIn(person, 'draft');
      },
      /** Opens it and answers one question. */
      async begin(person: Person) {
        const { id: checkInId } = await writeCheckIn(person, 'draft');
        const answer = { competencyKey: 'execution', ratingKey: 'meeting', editedAt: clock.now() };
        await db.checkInAnswer.create({ data: { ...answer, workspaceId, checkInId } });
      },
      /** The manager's view is in; what both sides make of it comes with the next minute. */
      async giveView(person: Person, manager: Person) {
        await writeView(workspaceId, person, manager);
      },
      /** Both sides are in, with no answers in them. */
      async reveal(person: Person, manager: Person) {
        await writeReveal(workspaceId, person, manager);
      },
      /** The same, and the two have talked. */
      async talk(person: Person, manager: Person) {
        const cycleId = await writeReveal(workspaceId, person, manager);
        const now = clock.now();
        const key = { cycleId, personId: person.id };
        const row = { ...key, workspaceId, managerId: manager.id, heldOn: now, recordedAt: now };
        await db.conversation.create({ data: row });
      },
    };
  }

  async function writeReveal(workspaceId: string, person: Person, manager: Person) {
    const at = clock.now();
    await ensureCycles(context, workspaceId);
    await openDueCycles(context, workspaceId);
    await writeCheckIn(person, 'submitted');
    const checkIn = await db.checkIn.findFirstOrThrow({
      where: { personId: person.id },
      orderBy: { startedAt: 'desc' },
    });
    const { id, cycleId } = checkIn;
    const assessment = await writeView(workspaceId, person, manager);
    await db.checkIn.update({
      where: { id },
      data: { revealedAt: at, assessmentId: assessment.id },
    });
    return cycleId;
  }

  async function writeView(workspaceId: string, person: Person, manager: Person) {
    const at = clock.now();
    const { cycleId, frameworkVersionId, roleKey } = await db.checkIn.findFirstOrThrow({
      where: { personId: person.id },
      orderBy: { startedAt: 'desc' },
    });
    const pair = { cycleId, subjectId: person.id, authorId: manager.id };
    const given = { state: 'submitted' as const, startedAt: at, submittedAt: at };
    return db.assessment.upsert({
      where: { cycleId_subjectId_authorId: pair },
      update: given,
      create: { ...pair, ...given, workspaceId, frameworkVersionId, roleKey },
    });
  }

  async function writeCheckIn(person: Person, state: 'draft' | 'submitted') {
    const cycle = await db.cycle.findFirstOrThrow({
      where: { workspaceId: person.workspaceId, openedAt: { not: null } },
    });
    const at = clock.now();
    const submittedAt = state === 'submitted' ? at : null;
    return db.checkIn.upsert({
      where: { cycleId_personId: { cycleId: cycle.id, personId: person.id } },
      update: { state, submittedAt },
      create: {
        workspaceId: person.workspaceId,
        cycleId: cycle.id,
        personId: person.id,
        frameworkVersionId: frameworks.current(person.workspaceId).id,
        roleKey: person.roleKey ?? 'manager',
        state,
        startedAt: at,
        submittedAt,
      },
    });
  }

  return { context, clock, team, close: () => database.close() };
}

export type ReminderWorld = Awaited<ReturnType<typeof openReminderWorld>>;
export type Team = Awaited<ReturnType<ReminderWorld['team']>>;

/** The same context, with a count of what it asks the database. */
export function counting(context: Context): { context: Context; statements: () => number } {
  let count = 0;
  const db = context.db.$extends({
    query: {
      $allOperations({ args, query }) {
        count += 1;
        return query(args);
      },
    },
  });
  return { context: { ...context, db: db as unknown as Context['db'] }, statements: () => count };
}
