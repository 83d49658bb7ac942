import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Framework, Role } from '../../../src/domain/framework/framework.js';
import { publishVersion } from '../../../src/services/framework/publishing.js';
import { builtInFramework } from '../../support/built-in-framework.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { ladderWithout, ladderWithRenamed } from '../../support/renamed-ladder.js';
import { inModal, lastOf, untilModal } from '../conversation/desk.js';

let ladder: TestLadder;
beforeEach(async () => {
  // A Tuesday, 16:00 in Madrid, where Rosa is; no step of a cycle is near.
  ladder = await startTestLadder({ now: '2027-04-27T14:00:00Z' });
  await ladder.sendDue();
});
afterEach(() => ladder.stop());

const publish = (framework: Framework) => {
  const { context, workspace } = ladder.ladder;
  return publishVersion(context, { workspaceId: workspace.id, framework, at: ladder.clock.now() });
};

/** The built-in ladder with one role changed. */
function changed(key: string, change: (role: Role) => Role): Framework {
  const { roles, ...rest } = builtInFramework();
  return { ...rest, roles: roles.map((role) => (role.key === key ? change(role) : role)) };
}

const asksMore = changed('manager', (role) => ({
  ...role,
  expectations: role.expectations.map((one) =>
    one.competency === 'execution'
      ? { ...one, behaviours: [...one.behaviours, { key: 'seeds', text: 'Sows every spring' }] }
      : one,
  ),
}));

async function sendFor(minutes: number): Promise<void> {
  await ladder.sendDue();
  ladder.clock.advance({ minutes });
  await ladder.sendDue();
}

/** What people got about the ladder, by first name. */
function told(): Record<string, string[]> {
  const about = (text: string) => /on the ladder|about your role/.test(text);
  return Object.fromEntries(
    ['Ada', 'Mika', 'Noor', 'Teo', 'Rosa', 'Sora', 'Wren', 'Kit'].flatMap((name) => {
      const texts = ladder
        .as(name)
        .messages()
        .map(({ text }) => text)
        .filter(about);
      return texts.length > 0 ? [[name, texts]] : [];
    }),
  );
}

describe('whose role asks something else in a new version', () => {
  it('is told once, and sees in a window what has changed', async () => {
    await publish(asksMore);
    await sendFor(11);
    await sendFor(60);
    expect(told()).toEqual({
      Rosa: [
        'Your role on the ladder, Business Operations Manager, asks something else in 1 competency now.',
      ],
    });
    const rosa = ladder.as('Rosa');
    await rosa.click(lastOf(ladder, 'Rosa'), 'framework.open_change');
    await untilModal(ladder, 'Rosa', 'Since version 1 of the ladder.');
    expect(inModal(ladder, 'Rosa')).toContain('New');
    expect(inModal(ladder, 'Rosa')).toContain('Sows every spring');
    expect(inModal(ladder, 'Rosa')).not.toContain('Collaboration');
    await rosa.close();
  });

  it('is told of two versions in a row in one message', async () => {
    await publish(asksMore);
    await sendFor(5);
    await publish(changed('manager', (role) => ({ ...role, title: 'Operations Gardener' })));
    await sendFor(30);
    expect(told()).toEqual({
      Rosa: [
        'Your role on the ladder, Business Operations Manager, is called Operations Gardener now.',
      ],
    });
  });

  it('is told nothing where it is taken back before', async () => {
    await publish(asksMore);
    await sendFor(5);
    await publish(builtInFramework());
    await sendFor(30);
    expect(told()).toEqual({});
  });

  it('is told in the morning where it is published at night', async () => {
    ladder.clock.set('2027-04-27T22:00:00Z');
    await publish(asksMore);
    await sendFor(60);
    expect(told()).toEqual({});
    ladder.clock.set('2027-04-28T08:00:00Z');
    await ladder.sendDue();
    expect(Object.keys(told())).toEqual(['Rosa']);
  });
});

describe('whose role has another key and says the same', () => {
  it('is told nothing, and stands on it', async () => {
    await publish(ladderWithRenamed({ manager: 'operations-manager' }));
    await sendFor(30);
    expect(told()).toEqual({});
    await ladder.as('Rosa').command('/ladder', '');
    await ladder.slack.waitFor(() =>
      ladder
        .as('Rosa')
        .messages()
        .some(({ text }) => text.includes('You are Business Operations Manager.')),
    );
  });
});

describe('whose role is gone', () => {
  it('is told in the words of everywhere, and can pick one', async () => {
    await publish(ladderWithout('manager'));
    await sendFor(11);
    expect(told()).toEqual({
      Rosa: [
        'Your role, Business Operations Manager, is no longer on the ladder. Pick the one that fits now.',
      ],
    });
    await ladder.as('Rosa').click(lastOf(ladder, 'Rosa'), 'me.open');
    await untilModal(ladder, 'Rosa', 'Your role');
    await ladder.as('Rosa').close();
  });

  it('is told nothing once they have picked another one', async () => {
    await publish(ladderWithout('manager'));
    await ladder.sendDue();
    await ladder.ladder.context.db.person.updateMany({
      where: { roleKey: 'manager' },
      data: { roleKey: 'senior' },
    });
    await sendFor(30);
    expect(told()).toEqual({});
  });
});

describe('whoever presses the button later', () => {
  it('sees what differs from then to now', async () => {
    await publish(asksMore);
    await sendFor(11);
    await publish(builtInFramework());
    await ladder.as('Rosa').click(lastOf(ladder, 'Rosa'), 'framework.open_change');
    await untilModal(ladder, 'Rosa', 'nothing in it has changed');
    await ladder.as('Rosa').close();
  });
});
