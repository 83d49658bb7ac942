import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { people } from '../../../playground/made-up-workspace.js';
import { placePeople } from '../../../playground/place-people.js';
import { secondPeople } from '../../../playground/second-workspace.js';
import { sendReminders } from '../../../src/services/reminder/reminders.js';
import { everyRowOf } from '../../support/every-row.js';
import type { TestLadder } from '../../support/ladder.js';
import {
  first,
  second,
  startTestSharedLadder,
  type TestSharedLadder,
} from '../../support/shared-ladder.js';
import { begin, talked } from '../visibility/stages.js';
import { startWorld, type World } from '../visibility/world.js';
import { ask } from './asking.js';
import { nameOf, type RosasThings, samples } from './samples.js';
import { thingsOfRosas } from './things.js';

let shared: TestSharedLadder;
let world: World;
/** The same server, as the people of the second workspace reach it. */
let elsewhere: World;
let before: Record<string, string>;
let things: RosasThings;
beforeAll(async () => {
  world = await startWorld(undefined, startFirst);
  elsewhere = {
    ...world,
    test: { ...world.test, slack: shared.slack(second), ladder: world.test.ladder },
    recording: shared.slack(second).record(),
  };
  await begin(world, talked);
  things = await thingsOfRosas(world);
  before = await everyRowOf(world.test, world.workspaceId);
});
afterAll(() => world.stop());

/** Two workspaces on one server; what is Rosa's is in the first. */
async function startFirst(frameworkFile: string): Promise<TestLadder> {
  shared = await startTestSharedLadder({ now: '2027-03-10T14:00:00Z', frameworkFile });
  await shared.install(first);
  await shared.install(second);
  const { context } = shared.ladder;
  const id = await shared.workspaceId(first);
  await placePeople(context, id, people);
  await placePeople(context, await shared.workspaceId(second), secondPeople);
  const workspace = { id, slackTeamId: first, name: 'Moss & Fern' };
  const slack = shared.slack(first);
  const targets = await shared.ladder.targets();
  const target = targets.find(({ workspaceId }) => workspaceId === id);
  if (!target?.messenger || !target.context) throw new Error('The first is not installed.');
  const { messenger, context: own } = target;
  return {
    ...{ slack, clock: shared.clock, logged: shared.logged },
    ladder: { ...shared.ladder, context: own, workspace, messenger },
    sendDue: () => sendReminders(own, messenger, id),
    as(firstName: string) {
      const person = people.find(({ name }) => name.startsWith(`${firstName} `));
      if (!person) throw new Error(`There is no made-up person called ${firstName}.`);
      return slack.as(person.id);
    },
    stop: () => shared.stop(),
  } as unknown as TestLadder;
}

const secrets = /secret-|Rated-/;
/** What is about the app alone would uninstall it. */
const theirs = samples.filter(({ isNobodys }) => !isNobodys);

describe.each(['U0IRIS', 'U0PAZ'])('%s of another workspace on the same server', (who) => {
  test.each(theirs.map((sample) => [nameOf(sample), sample] as const))(
    'gets and changes nothing there by %s',
    async (_, sample) => {
      const request = await sample.request(shared.slack(second), who, things);
      const { shown } = await ask(elsewhere, who, request);
      expect(shown).not.toMatch(secrets);
      expect(await everyRowOf(world.test, world.workspaceId)).toEqual(before);
    },
  );
});

test('Rosa herself is shown what she has kept', async () => {
  const command = samples.find(({ kind }) => kind === 'command');
  const request = await command?.request(world.test.slack, 'U0ROSA', things);
  if (!request) throw new Error('There is no command.');
  const payload = { ...request.payload, text: 'evidence' };
  const { shown } = await ask(world, 'U0ROSA', { ...request, payload });
  expect(shown).toMatch(secrets);
});
