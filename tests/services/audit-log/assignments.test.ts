import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPeopleFile } from '../../../src/domain/person/people-file.js';
import { listChanges } from '../../../src/services/audit-log/index.js';
import {
  importPeople,
  removePeople,
  setOwnRole,
  updateOwnAssignment,
} from '../../../src/services/person/index.js';
import { type BriefWorld, openBriefWorld, type Pair } from '../brief/world.js';

let world: BriefWorld;
beforeAll(async () => {
  world = await openBriefWorld();
});
afterAll(() => world.close());

/** "Teo manager: Mika > Noor by Teo", the oldest first. */
async function changesOf({ workspaceId }: Pair): Promise<string[]> {
  const changes = await listChanges(world.context, { workspaceId, most: 100 });
  return changes
    .filter(({ action }) => action !== 'people_imported')
    .map(({ subject, action, before, after, by }) => {
      return `${subject} ${action}: ${before} > ${after} by ${by}`;
    })
    .sort();
}

function importRows({ workspaceId }: Pair, rows: string[]) {
  const text = ['slack_user_id,role,manager_slack_user_id,started_on', ...rows].join('\n');
  const by = { operator: 'tess' };
  return importPeople(world.context, { workspaceId, by, ...readPeopleFile(text) });
}

const own = ({ workspaceId, teo }: Pair) => ({ workspaceId, personId: teo.id });

interface Way {
  name: string;
  change(pair: Pair): Promise<unknown>;
  leaves: string[];
}

/** Every way to change somebody's role, its first day or their manager. */
const ways: Way[] = [
  {
    name: 'one’s own role, by a menu',
    change: (pair) => setOwnRole(world.context, own(pair), 'senior'),
    leaves: ['Teo role: associate > senior by Teo'],
  },
  {
    name: 'the same role once more',
    change: (pair) => setOwnRole(world.context, own(pair), 'associate'),
    leaves: [],
  },
  {
    name: 'all three in one’s own form',
    change: (pair) =>
      updateOwnAssignment(world.context, own(pair), {
        roleKey: 'senior',
        inRoleSince: '2027-01-04',
        managerSlackUserId: pair.noor.slackUserId,
      }),
    leaves: [
      'Teo in_role_since:  > 2027-01-04 by Teo',
      'Teo manager: Mika > Noor by Teo',
      'Teo role: associate > senior by Teo',
    ],
  },
  {
    name: 'the form with nothing changed in it',
    change: (pair) =>
      updateOwnAssignment(world.context, own(pair), {
        roleKey: 'associate',
        inRoleSince: undefined,
        managerSlackUserId: pair.mika.slackUserId,
      }),
    leaves: [],
  },
  {
    name: 'an import by an operator',
    change: async (pair) => {
      const { teo, mika, noor } = pair;
      await importRows(pair, [
        `${teo.slackUserId},senior,${noor.slackUserId},2027-01-04`,
        `${mika.slackUserId},team-leader,,`,
      ]);
    },
    leaves: [
      'Mika manager: Ada >  by tess',
      'Teo in_role_since:  > 2027-01-04 by tess',
      'Teo manager: Mika > Noor by tess',
      'Teo role: associate > senior by tess',
    ],
  },
  {
    name: 'an import of somebody new, under a manager who is new as well',
    change: (pair) => importRows(pair, ['U0NEW,associate,U0HEAD,', 'U0HEAD,team-leader,,']),
    leaves: [
      'U0HEAD role:  > team-leader by tess',
      'U0NEW manager:  > U0HEAD by tess',
      'U0NEW role:  > associate by tess',
    ],
  },
  {
    name: 'somebody taken off the ladder, and with them their reports’ manager',
    change: ({ workspaceId, mika }) =>
      removePeople(world.context, {
        ...{ workspaceId, by: { operator: 'tess' }, people: [mika.slackUserId], foresee: false },
      }),
    leaves: [
      'Mika manager: Ada >  by tess',
      'Mika person_removed:  >  by tess',
      'Mika role: team-leader >  by tess',
      'Teo manager: Mika >  by tess',
    ],
  },
  {
    name: 'a look at what taking somebody off would do',
    change: ({ workspaceId, mika }) =>
      removePeople(world.context, {
        ...{ workspaceId, by: { operator: 'tess' }, people: [mika.slackUserId], foresee: true },
      }),
    leaves: [],
  },
  {
    name: 'an import that is refused',
    change: (pair) => importRows(pair, [`${pair.teo.slackUserId},senior,U0NOBODY1,tomorrow`]),
    leaves: [],
  },
];

describe('a change of a role or a manager', () => {
  it.each(ways)('is recorded once for each part: $name', async ({ change, leaves }) => {
    const pair = await world.pair();
    await change(pair);
    expect(await changesOf(pair)).toEqual(leaves);
  });

  it('is listed about one person alone', async () => {
    const pair = await world.pair();
    await importRows(pair, [
      `${pair.teo.slackUserId},senior,,`,
      `${pair.noor.slackUserId},associate,,`,
    ]);
    const which = { workspaceId: pair.workspaceId, assignmentOf: pair.teo.id, most: 10 };
    const about = await listChanges(world.context, which);
    expect(about.map(({ subject }) => subject)).toEqual(['Teo', 'Teo']);
  });

  it('is not recorded where it is rolled back', async () => {
    const pair = await world.pair();
    const refused = updateOwnAssignment(world.context, own(pair), {
      roleKey: 'senior',
      inRoleSince: undefined,
      managerSlackUserId: pair.teo.slackUserId,
    });
    await expect(refused).rejects.toThrow("can't be your own manager");
    expect(await changesOf(pair)).toEqual([]);
  });
});
