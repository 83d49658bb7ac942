import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { people } from '../../playground/made-up-workspace.js';
import { writePast } from '../../playground/past.js';
import { pastMessages } from '../../playground/past-messages.js';
import { placePeople } from '../../playground/place-people.js';
import { peopleOn } from '../../playground/places.js';
import { visibleText } from '../../playground/slack/index.js';
import { readFrameworkFile } from '../../src/framework-file.js';
import { openCheckIn, openQuarter, reads } from '../slack/check-in/desk.js';
import { startTestLadder, type TestLadder } from '../support/ladder.js';
import { ladders } from './ladders.js';

const names = people.map(({ name }) => name.split(' ')[0] ?? '');
const withRole = ['Mika', 'Noor', 'Teo', 'Rosa', 'Sora', 'Wren'];

describe.each(ladders)('On %s', (_, file) => {
  let directory: string;
  let world: TestLadder;
  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'ladder-any-'));
    const frameworkFile = join(directory, 'ladder.yaml');
    writeFileSync(frameworkFile, file());
    const placed = peopleOn(readFrameworkFile(frameworkFile), people);
    world = await startTestLadder({
      placed: false,
      slack: { people: placed },
      config: { frameworkFile },
    });
    const { context, workspace } = world.ladder;
    await placePeople(context, workspace.id, placed);
    await writePast(context, workspace.id);
    world.slack.addPast(await pastMessages(context, workspace.id));
  });
  // Throws if Slack refused anything.
  afterAll(async () => {
    await world.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  const failures = () => world.logged.filter(({ level }) => level === 'error');

  test('everybody’s Home opens with their role', async () => {
    for (const name of names) {
      const person = world.as(name);
      await person.openHome();
      const home = await world.slack.waitFor(() => {
        const shown = person.home() && JSON.stringify(person.home());
        return shown && !shown.includes('One moment') && shown;
      });
      if (withRole.includes(name)) expect(home).toContain('What my role asks');
    }
    expect(failures()).toEqual([]);
  });

  test.each(['', 'me', 'next', 'team', 'about'])('/ladder %s answers everybody', async (text) => {
    for (const name of names) {
      const person = world.as(name);
      const before = person.messages().length;
      await person.command('/ladder', text);
      await world.slack.waitFor(() => person.messages().length > before);
    }
    expect(failures()).toEqual([]);
  });

  test('managers read the last briefs, and then everybody begins a check-in', async () => {
    for (const [name, report] of [
      ['Mika', 'Rosa'],
      ['Noor', 'Wren'],
      ['Ada', 'Mika'],
    ] as const) {
      const manager = world.as(name);
      const brief = manager.messages().findLast((message) => {
        const text = visibleText(message);
        return text.includes('brief with') && text.includes(world.as(report).id);
      });
      if (!brief) throw new Error(`${name} has no brief with ${report}`);
      // Where the two have talked, the post says so and its button is shorter.
      const isTalked = !visibleText(brief).includes('Open the brief');
      await manager.click(brief, isTalked ? 'Open' : 'Open the brief');
      await world.slack.waitFor(() => manager.modal() && !reads(manager).includes('One moment'));
      expect(reads(manager)).toContain('Q4 2026');
      await manager.close({ all: true });
    }
    await openQuarter(world);
    world.clock.set('2027-03-04T13:00:00Z');
    for (const name of withRole) {
      const person = world.as(name);
      await openCheckIn(world, person);
      expect(reads(person)).toContain('No opportunity yet');
      await person.close({ all: true });
    }
    expect(failures()).toEqual([]);
  });
});
