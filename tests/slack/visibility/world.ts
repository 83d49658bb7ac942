import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Recording } from '../../../playground/slack/index.js';
import type { Database } from '../../../src/database/index.js';
import type { Role } from '../../../src/domain/framework/framework.js';
import { checkInPages } from '../../../src/domain/questionnaire/pages.js';
import { dateFromDay } from '../../../src/domain/time/day.js';
import { findOpenCycle } from '../../../src/services/open-cycle/index.js';
import { placeOf, placeText, readPlacedPerson } from '../../../src/services/person/place.js';
import { managerText } from '../../../src/services/person/request-rows.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { writeTellingFramework } from '../../support/telling-framework.js';
import { writePastRound } from './past-round.js';
import { wordsInPost } from './posts.js';
import { type Actor, actors, type Facts, mayRead, type Round, Secrets } from './secrets.js';

/** Wednesday in Q1's check-ins, an hour at which all but Teo are at work. */
const begin = '2027-03-10T14:00:00Z';

/** One Ladder for many runs, and what the app has shown to whom. */
export interface World {
  test: TestLadder;
  db: Database;
  workspaceId: string;
  frameworkVersionId: string;
  /** The keys of the competencies that Rosa's role asks. */
  asked: string[];
  /** Ids of persons. */
  people: Record<Actor, string>;
  cycles: Record<Round, string>;
  /** Of the cycle before. */
  ids: { checkIn: string; assessment: string; conversation: string };
  secrets: Secrets;
  /** By an action's id: who have been Rosa's manager while it was open. */
  inherited: Map<string, Set<Actor>>;
  recording: Recording;
  stop(): Promise<void>;
}

/**
 * On the ladder that `writeLadder` writes into a directory; it returns the file. `start` starts Ladder
 * with it.
 */
export async function startWorld(
  writeLadder = writeTellingFramework,
  start = (frameworkFile: string) => startTestLadder({ now: begin, config: { frameworkFile } }),
): Promise<World> {
  const directory = mkdtempSync(join(tmpdir(), 'ladder-visibility-'));
  const test = await start(writeLadder(directory));
  const { context, workspace } = test.ladder;
  const rows = await context.db.person.findMany({ where: { workspaceId: workspace.id } });
  const idOf = (name: Actor) => rows.find((row) => row.slackUserId === test.as(name).id)?.id ?? '';
  const { id: frameworkVersionId, framework } = context.frameworks.current(workspace.id);
  const role = framework.roles.find(({ key }) => key === 'manager') as Role;
  const people = Object.fromEntries(actors.map((name) => [name, idOf(name)]));
  return {
    test,
    db: context.db,
    workspaceId: workspace.id,
    frameworkVersionId,
    asked: checkInPages(framework, role).map(({ competency }) => competency.key),
    people: people as World['people'],
    cycles: { past: '', now: '' },
    ids: { checkIn: '', assessment: '', conversation: '' },
    secrets: new Secrets(0),
    inherited: new Map(),
    recording: test.slack.record(),
    async stop() {
      await test.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Begins anew: Rosa reports to Mika, has talked with him in Q4, and has not begun in Q1. */
export async function beginRun(world: World, run: number): Promise<void> {
  const { db, test, workspaceId, people } = world;
  const where = { workspaceId };
  test.clock.set(begin);
  await db.$transaction([
    db.delivery.deleteMany({ where }),
    db.actionItem.deleteMany({ where }),
    db.conversation.deleteMany({ where }),
    db.checkIn.deleteMany({ where }),
    db.assessment.deleteMany({ where }),
    db.evidence.deleteMany({ where }),
    db.managerNote.deleteMany({ where }),
    db.cycle.deleteMany({ where }),
    db.placeRequest.deleteMany({ where }),
    db.workspace.update({
      where: { id: workspaceId },
      data: { uninstalledAt: null, adminIds: [] },
    }),
    db.person.updateMany({ where, data: { snoozedUntil: null, awayThrough: null } }),
    db.person.update({
      where: { id: people.Rosa },
      data: {
        ...{ managerId: people.Mika, roleKey: 'manager', isAdmin: false },
        inRoleSince: dateFromDay('2025-01-13'),
      },
    }),
  ]);
  world.cycles = {
    past: await putCycle(world, 'Q4 2026', '2026-12-02', '2026-12-23'),
    now: await putCycle(world, 'Q1 2027', '2027-03-03', '2027-03-24'),
  };
  await putPlaceRequest(world);
  world.secrets = new Secrets(run);
  world.inherited.clear();
  await writePastRound(world, world.secrets);
  await comeHome(world);
}

/** Everybody closes what is open and goes to Home, which the watch doesn't count. */
export async function comeHome({ test, recording }: World): Promise<void> {
  for (const name of actors) {
    const person = test.as(name);
    if (person.modal()) await person.close({ all: true });
    await person.openHome();
  }
  await test.ladder.idle();
  for (const name of actors) recording.take(test.as(name).id);
}

/** Rosa has chosen another role, and Mika is asked; Noor says that Rosa reports to her. */
async function putPlaceRequest({ db, workspaceId, people, test }: World): Promise<void> {
  const rosa = await readPlacedPerson(db, { workspaceId, personId: people.Rosa });
  if (!rosa) throw new Error('Rosa is not there');
  await db.placeRequest.create({
    data: {
      ...{ workspaceId, personId: people.Rosa, askedId: people.Mika, managerId: people.Mika },
      ...{ roleKey: 'senior', placeBefore: placeText(placeOf(rosa)) },
      createdAt: test.clock.now(),
    },
  });
  await db.placeRequest.create({
    data: {
      ...{ workspaceId, personId: people.Rosa, askedId: people.Rosa, managerId: people.Noor },
      ...{ placeBefore: managerText(rosa), createdAt: test.clock.now() },
    },
  });
}

async function putCycle(world: World, name: string, opensOn: string, reviewOn: string) {
  const { db, workspaceId, frameworkVersionId } = world;
  const days = { opensOn: dateFromDay(opensOn), dueOn: dateFromDay(reviewOn) };
  const [quarter, year] = name.split(' ');
  const { id } = await db.cycle.create({
    data: {
      ...{ workspaceId, name, frameworkVersionId, ...days, reviewOn: dateFromDay(reviewOn) },
      period: `${year}-${quarter}`,
      openedAt: dateFromDay(opensOn),
    },
  });
  return id;
}

/** How things stand now. */
export async function readFacts(world: World): Promise<Facts> {
  const { db, workspaceId, people, cycles } = world;
  const nameOf = (id: string | null | undefined) => actors.find((name) => people[name] === id);
  const [rosa, checkIns, given, actions, talk, open] = await Promise.all([
    db.person.findUniqueOrThrow({ where: { id: people.Rosa } }),
    db.checkIn.findMany({ where: { personId: people.Rosa }, include: { assessment: true } }),
    db.assessment.findMany({
      where: { cycleId: cycles.now, subjectId: people.Rosa, state: 'submitted' },
    }),
    db.actionItem.findMany({ where: { workspaceId }, include: { conversation: true } }),
    db.conversation.findFirst({ where: { cycleId: cycles.now, personId: people.Rosa } }),
    findOpenCycle(world.test.ladder.context, workspaceId),
  ]);
  const of = (round: Round) => checkIns.find(({ cycleId }) => cycleId === cycles[round]);
  const revealedWith = (round: Round) => nameOf(of(round)?.assessment?.authorId);
  const manager = nameOf(rosa.managerId);
  const inheritedBy = (id: string, isOpen: boolean) => {
    const names = world.inherited.get(id) ?? new Set<Actor>();
    if (isOpen && manager) names.add(manager);
    world.inherited.set(id, names);
    return names;
  };
  return {
    manager,
    cycleOpen: open !== undefined,
    given: new Set(given.map(({ authorId }) => nameOf(authorId) ?? 'Ada')),
    revealedWith: { past: revealedWith('past'), now: revealedWith('now') },
    sent: of('now')?.state === 'submitted',
    actions: new Map(
      actions.map(({ id, state, conversation }) => [
        id,
        {
          open: state === 'open',
          recordedBy: nameOf(conversation?.managerId) ?? 'Ada',
          inheritedBy: inheritedBy(id, state === 'open'),
        },
      ]),
    ),
    talkedWith: nameOf(talk?.managerId),
  };
}

/**
 * What somebody was shown since it was last asked for and must not see as things stand, what any post
 * has of people's words and ratings, and what the log has of them. Empty is well.
 */
export function leaks(world: World, facts: Facts): string[] {
  const shown = actors.flatMap((name) =>
    world.recording.take(world.test.as(name).id).flatMap((sent) => [
      ...world.secrets
        .foundIn(sent)
        .filter((secret) => !mayRead(name, secret, facts))
        .map((secret) => `${name} was shown ${secret.mark} in ${sent.slice(0, 3000)}`),
      ...wordsInPost(world, sent).map(({ mark }) => `${mark} is posted: ${sent.slice(0, 3000)}`),
    ]),
  );
  const logged = JSON.stringify(world.test.logged.splice(0));
  return [...shown, ...world.secrets.foundIn(logged).map(({ mark }) => `${mark} is in the log`)];
}
