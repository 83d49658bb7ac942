import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { registeredNames } from '../../../src/slack/registered.js';
import { samples } from '../registered/samples.js';
import type { Change } from './changes.js';
import { forgeEverything } from './forgeries.js';
import type { Actor } from './secrets.js';
import { assessed, begin, expectNoLeaks, handedOver, talked } from './stages.js';
import { startWorld, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

/** Stages, their changes, the actors who may do nothing, and the manager, who may do what is theirs. */
const stages: [string, Change[], Actor[], Actor][] = [
  ['before the reveal', assessed, ['Teo', 'Ada', 'Noor'], 'Mika'],
  ['after the conversation', talked, ['Teo', 'Ada', 'Noor'], 'Mika'],
  [
    'after Noor has taken over and an action of Mika’s is done',
    [...talked, handedOver, { does: 'finish' }, { does: 'finish' }],
    ['Teo', 'Ada', 'Mika'],
    'Noor',
  ],
];

describe.each(stages)('Requests with Rosa’s ids, %s,', (_, changes, others, manager) => {
  beforeAll(() => begin(world, changes));

  test.each(others)('bring %s nothing, and change nothing', async (who) => {
    const before = await everything();
    await forgeEverything(world, who);
    await expectNoLeaks(world, `${who} forging`);
    expect(await everything()).toEqual(before);
  });

  test(`bring ${manager} nothing but what is theirs`, async () => {
    await forgeEverything(world, manager);
    await expectNoLeaks(world, `${manager} forging`);
  });

  /** All that Rosa and Mika have written or agreed on. */
  async function everything() {
    const { db, people } = world;
    const orderBy = { id: 'asc' } as const;
    const requests = await db.placeRequest.findMany({ where: { personId: people.Rosa } });
    const [checkIns, assessments, actions, conversations, evidence, notes, nudges] =
      await Promise.all([
        db.checkIn.findMany({
          where: { personId: people.Rosa },
          include: { answers: { orderBy }, notes: { orderBy } },
          orderBy,
        }),
        db.assessment.findMany({
          where: { subjectId: people.Rosa },
          include: { answers: { orderBy } },
          orderBy,
        }),
        db.actionItem.findMany({ where: { personId: people.Rosa }, orderBy }),
        db.conversation.findMany({ where: { personId: people.Rosa }, orderBy }),
        db.evidence.findMany({ where: { personId: people.Rosa }, orderBy }),
        db.managerNote.findMany({ where: { subjectId: people.Rosa }, orderBy }),
        db.delivery.findMany({ where: { recipientId: people.Rosa }, orderBy }),
      ]);
    return { checkIns, assessments, actions, conversations, evidence, notes, nudges, requests };
  }
});

/** Whatever is registered says whether it holds somebody's ids: these don't. */
test('What is never forged holds no id of anybody’s', () => {
  const { actions, views } = registeredNames('/ladder');
  const forged = new Set(samples.filter(({ isRosas }) => isRosas).map(({ name }) => name));
  expect([...actions, ...views].filter((name) => !forged.has(name))).toEqual([
    '/^admin.leavers_page:/',
    '/^admin.problem:/',
    '/^evidence.page:/',
    '/^framework\\.change_page:/',
    '/^me\\.pick_role(_load)?$/',
    '/^privacy.data_page:/',
    '/^privacy.readings_page:/',
    '/^role\\.compare_with(_load)?$/',
    '/^role\\.pick(_load)?$/',
    '/^role\\.pick_competency(_load)?$/',
    '/^role\\.search_more:/',
    '/^role\\.show:/',
    '/^team.page:/',
    'admin.import',
    'admin.import_from_slack',
    'admin.ladder',
    'admin.leave_out',
    'admin.leavers',
    'admin.let_go',
    'admin.nudge',
    'admin.open',
    'admin.people',
    'admin.person',
    'admin.person_admin_add',
    'admin.person_admin_remove',
    'admin.person_erase',
    'admin.person_find',
    'admin.problems',
    'admin.review_add',
    'admin.review_cancel',
    'admin.review_close',
    'admin.review_exclude',
    'admin.review_move',
    'admin.reviews',
    'admin.send_again',
    'admin.send_all_again',
    'admin.setting',
    'admin.settings',
    'admin.unfinished',
    'check_in.open',
    'check_in.unsent',
    'draft.clear',
    'evidence.add',
    'evidence.open',
    'evidence.reach',
    'framework.open_change',
    'home.refresh',
    'me.claim',
    'me.open',
    'privacy.data',
    'privacy.data_file',
    'privacy.open',
    'privacy.readings',
    'quiet.away',
    'quiet.back',
    'quiet.snooze',
    'role.against_mine',
    'role.help',
    'role.mine_in',
    'role.my_next',
    'role.open',
    'role.overview',
    'role.search_open',
    'role.share',
    'role.share_now',
    'role.take_back',
    'team.open',
    'admin.erase',
    'admin.exclusion',
    'admin.import_file',
    'admin.ladder_file',
    'admin.nudge',
    'admin.person',
    'admin.review',
    'admin.set',
    'me.claim',
    'me.save',
    'quiet.away',
    'role.search',
  ]);
});
