import { describe, expect, test } from 'vitest';
import { checkPayload } from '../../../playground/slack/payload/index.js';
import type { Framework, FrameworkVersion, Role } from '../../../src/domain/framework/framework.js';
import { nearest } from '../../../src/domain/role/nearest.js';
import { indexOf } from '../../../src/domain/role/position.js';
import type { Overview } from '../../../src/services/person/overview.js';
import type { Person } from '../../../src/services/person/people.js';
import { homeView } from '../../../src/slack/home/blocks.js';
import { overviewMessage } from '../../../src/slack/home/overview.js';
import { aboutYouModal } from '../../../src/slack/person/about-you.js';
import { meMessage } from '../../../src/slack/person/blocks.js';
import { answerAt } from '../../../src/slack/role/answers.js';
import { helpMessage } from '../../../src/slack/role/pages/help.js';
import { nearestMessage } from '../../../src/slack/role/pages/nearest.js';
import { searchPage } from '../../../src/slack/role/pages/search.js';
import { searchView } from '../../../src/slack/role/pages/search-view.js';
import { sharedMessage } from '../../../src/slack/role/pages/shared.js';
import { decodePlace, type Place } from '../../../src/slack/role/place.js';
import { type KnownBlock, limits, sizeOf } from '../../../src/slack/ui/blocks.js';
import { beginning, type Cursor } from '../../../src/slack/ui/cursor.js';
import { type Page, pageMessage, pageModal } from '../../../src/slack/ui/page.js';
import { builtInFramework } from '../../support/built-in-framework.js';
import { largeFramework } from '../../support/large-framework.js';

const version = (framework: Framework): FrameworkVersion => ({
  id: 'v',
  number: 1,
  hash: '',
  framework,
});
const builtIn = version(builtInFramework());
const large = version(largeFramework());

/** Every text that the blocks show, joined. */
function shown(blocks: KnownBlock[]): string {
  const texts: string[] = [];
  JSON.stringify(blocks, (key, value) => {
    if ((key === 'text' || key === 'url') && typeof value === 'string') texts.push(value);
    return value;
  });
  return texts.join('\n');
}

function expectSound(surface: 'message' | 'modal', page: Page): KnownBlock[] {
  if (surface === 'modal') {
    const view = pageModal(page, 'role.view');
    expect(checkPayload('modal', view)).toEqual([]);
    return view.blocks as KnownBlock[];
  }
  const message = pageMessage(page);
  expect(checkPayload('message', message)).toEqual([]);
  expect(sizeOf(message.blocks)).toBeLessThanOrEqual(limits.messageCharacters);
  expect(message.text).not.toBe('');
  return message.blocks;
}

/** The places that buttons of the blocks lead to. */
function nextCursor(blocks: KnownBlock[], actionId: string): Cursor | undefined {
  const found = new RegExp(`"action_id":"${actionId}","value":"([^"]+)"`).exec(
    JSON.stringify(blocks),
  );
  return found?.[1] === undefined ? undefined : decodePlace(found[1]).at;
}

const someRoles = (framework: Framework) =>
  framework.roles.filter((_, nth) => nth % 20 < 2).map(({ key }) => key);
const places = ({ framework }: FrameworkVersion): Place[] => {
  const roles = someRoles(framework);
  const competencies = framework.competencies
    .filter((_, nth) => nth % 20 < 2)
    .map(({ key }) => key);
  return [
    ...roles.flatMap((role): Place[] => [
      { page: 'role', role },
      { page: 'next', role },
      ...competencies.map((competency): Place => ({ page: 'role', role, competency })),
    ]),
    ...roles.slice(1).flatMap((to, nth): Place[] => {
      const from = roles[nth] ?? '';
      const inFull = competencies.map((competency): Place => {
        return { page: 'compare', from, to, competency };
      });
      return [{ page: 'compare', from, to }, ...inFull];
    }),
    ...roles.flatMap((role) =>
      competencies.map((competency): Place => ({ page: 'next', role, competency })),
    ),
    ...competencies.map((competency): Place => ({ page: 'competency', competency })),
    { page: 'about' },
  ];
};

describe.each([
  ['the built-in ladder', builtIn],
  ['a framework of 60 roles and 40 competencies with texts of 3,000 characters', large],
])('Of %s', (_, framework) => {
  test.each(['message', 'modal'] as const)('every answer is a sound %s', (surface) => {
    for (const place of places(framework))
      expectSound(surface, answerAt(framework, place, surface));
  });

  test.each(['message', 'modal'] as const)(
    'every text of an answer can be paged to in a %s',
    (surface) => {
      // Pages of long texts take long: every third place stands for its neighbours.
      for (const place of places(framework).filter((_, nth) => nth % 3 === 0)) {
        const wanted = answerAt(framework, place, surface).sections.flatMap(({ pieces, row }) => [
          ...(surface === 'message' ? (row ?? []) : []).filter(Boolean),
          ...pieces.flatMap((piece) => ('text' in piece ? [piece.text] : [piece.url])),
        ]);
        let seen = '';
        let at: Cursor | undefined = beginning;
        while (at) {
          const blocks = expectSound(surface, answerAt(framework, { ...place, at }, surface));
          seen += shown(blocks).replaceAll('\n', '');
          at = nextCursor(blocks, 'role.show:more');
        }
        const missing = wanted.filter((text) => !seen.includes(text.replaceAll('\n', '')));
        expect(missing).toEqual([]);
      }
    },
  );

  test('every answer can be shared', () => {
    for (const place of places(framework)) {
      const message = sharedMessage(answerAt(framework, place, 'message'), place, 'U0TEO');
      expect(checkPayload('message', message)).toEqual([]);
      expect(sizeOf(message.blocks)).toBeLessThanOrEqual(limits.messageCharacters);
      expect(shown(message.blocks)).toContain('<@U0TEO>');
    }
  });

  test.each(['feedback', 'behaviour', 'weighs cost', 'nothing at all of the kind', '<!channel> &'])(
    'a search for %s is sound',
    (words) => {
      expectSound('message', searchPage(framework, { words, at: beginning }, 'message'));
      const view = searchView(framework, { words, at: beginning });
      expect(checkPayload('modal', view)).toEqual([]);
    },
  );

  test('suggestions are sound', () => {
    const near = nearest(indexOf(framework.framework), 'role seniour');
    const message = nearestMessage(framework, { text: 'role seniour', near, command: '/ladder' });
    expect(checkPayload('message', message)).toEqual([]);
  });
});

describe('A role definition', () => {
  const place: Place = { page: 'role', role: 'senior' };
  const blocks = pageMessage(answerAt(builtIn, place, 'message')).blocks;

  test('of the built-in ladder fits one message with all its behaviours', () => {
    for (const { behaviours } of builtInFramework().roles[2]?.expectations ?? []) {
      for (const { text } of behaviours) expect(shown(blocks)).toContain(text);
    }
    expect(shown(blocks)).not.toMatch(/\d of \d .*shown/);
  });

  test('says level, years, path and rung', () => {
    expect(shown(blocks)).toContain(
      'Senior · usually 2–4 years · Professional path · rung 3 of 4, then the path forks',
    );
  });

  test('names what it shows in, and the version', () => {
    expect(shown(blocks)).toContain(
      'Events, Projects, Interviews, Trainings, Speaking engagements',
    );
    expect(shown(blocks)).toContain('Business Operations ladder, version 1');
  });

  test('too long for a message shows whole competencies and says of how many', () => {
    const role = large.framework.roles[1]?.key ?? '';
    const page = answerAt(large, { page: 'role', role, at: { section: 1, piece: 0 } }, 'message');
    expect(shown(pageMessage(page).blocks)).toMatch(/Competencies 2 to \d+ of 40 shown\./);
  });

  test('too long in a single competency shows whole behaviours and says of how many', () => {
    const role = large.framework.roles[0]?.key ?? '';
    const competency = large.framework.competencies[0]?.key ?? '';
    const page = answerAt(large, { page: 'role', role, competency }, 'message');
    expect(shown(pageMessage(page).blocks)).toMatch(/\d of 4 behaviours shown\./);
  });

  test('of a role that is no longer there says so', () => {
    expect(() => answerAt(builtIn, { page: 'role', role: 'gone' }, 'message')).toThrow(
      'no longer on the ladder',
    );
  });
});

describe('The next rung', () => {
  const factOf = (role: string, competency?: string) =>
    answerAt(builtIn, { page: 'next', role, competency }, 'message');

  test('of a manager tells what is new at senior, in numbers and in full', () => {
    const message = pageMessage(factOf('manager'));
    expect(message.text).toMatch(
      /From .*Manager to Senior .*: \d+ new, \d+ changed, \d+ carry on, \d+ no longer asked; 4 of 5 definitions changed/,
    );
    const full = factOf('manager', 'leadership');
    expect(shown(pageMessage(full).blocks)).toContain('Spots where things do not fit our culture');
  });

  test('of a manager is a table of what both roles ask, and a line for what is defined alike', () => {
    const { blocks } = pageMessage(factOf('manager'));
    const table = blocks.find((block) => block.type === 'table');
    expect(table?.rows.map((row) => shown(row as never).split('\n')[0])).toEqual([
      'Competency',
      'Professional expertise and business orientation',
      'Collaboration and communication',
      'Execution',
      'Leadership and culture',
    ]);
    expect(shown(blocks)).toContain('Manager asks\nSenior Manager asks');
    expect(shown(blocks)).toContain('Internal impact: 1 changed, 2 carry on');
    expect(blocks.length).toBeLessThanOrEqual(7);
  });

  test('in one competency shows the old words, and the new ones bold', () => {
    const { blocks } = pageMessage(factOf('manager', 'expertise'));
    const bold: string[] = [];
    JSON.stringify(blocks, (_, value) => {
      if (value?.style?.bold) bold.push(value.text);
      return value;
    });
    expect(bold.slice(0, 1)).toEqual(['By definition']);
    expect(bold).toEqual(expect.arrayContaining(['New', 'Changed']));
    const before = indexOf(builtIn.framework).expectation('manager', 'expertise');
    const after = indexOf(builtIn.framework).expectation('senior', 'expertise');
    for (const key of ['independence', 'scoping', 'debugging']) {
      const text = (some: typeof before) => some?.behaviours.find((one) => one.key === key)?.text;
      expect(shown(blocks).replaceAll('\n', '')).toContain(`${text(before)}→ ${text(after)}`);
    }
  });

  test('of a role whose path leads to two others shows both beside it', () => {
    const framework = structuredClone(builtIn.framework);
    const leader = framework.roles.at(-1);
    if (!leader) throw new Error('no roles');
    framework.roles.push({ ...leader, key: 'principal', title: 'Principal', track: 'ic' });
    const page = answerAt(
      version(framework),
      { page: 'next', role: 'professional-lead' },
      'message',
    );
    const { blocks } = pageMessage(page);
    expect(shown(blocks)).toContain('Professional Lead asks\nPrincipal asks\nTeam Leader asks');
  });

  test('with 22 competencies is one message with whole sentences', () => {
    const framework = structuredClone(builtIn.framework);
    const [first] = framework.competencies;
    if (!first) throw new Error('no competencies');
    for (let nth = 6; nth <= 22; nth++) {
      const key = `more-${nth}`;
      framework.competencies.push({ ...first, key, name: `Competency ${nth}`, aliases: [] });
      for (const role of framework.roles) {
        const [asked] = role.expectations;
        if (asked) role.expectations.push({ ...asked, competency: key });
      }
    }
    const page = answerAt(version(framework), { page: 'next', role: 'manager' }, 'message');
    const blocks = expectSound('message', page);
    for (const { competency, definition } of framework.roles[2]?.expectations ?? []) {
      if (competency !== 'impact') expect(shown(blocks)).toContain(definition);
    }
    expect(shown(blocks)).not.toMatch(/\d of \d+ .*shown/);
  });

  test('of a professional lead shows both paths, one of them not yet available', () => {
    const text = shown(pageMessage(factOf('professional-lead')).blocks);
    expect(text).toContain('*IC path*: not yet available in this path');
    expect(text).toContain('*Management path*: Business Operations Team Leader');
  });

  test('of a team leader says that this is the top', () => {
    expect(factOf('team-leader').text).toContain('the top of the ladder');
  });
});

describe('A comparison', () => {
  /** The built-in ladder whose senior asks what a manager asks, but for what is changed. */
  function twins(change: (senior: Role) => void) {
    const framework = structuredClone(builtIn.framework);
    const [, manager, senior] = framework.roles;
    if (!manager || !senior) throw new Error('too few roles');
    senior.expectations = structuredClone(manager.expectations);
    change(senior);
    const place: Place = { page: 'compare', from: 'manager', to: 'senior' };
    return answerAt(version(framework), place, 'message').text;
  }

  test('of two roles that ask the same says so', () => {
    expect(twins(() => {})).toMatch(/: the same in both\.$/);
  });

  test('of two roles that differ in a definition only says that', () => {
    const text = twins(({ expectations: [first] }) => {
      if (first) first.definition = 'Something else.';
    });
    expect(text).toMatch(/: 27 carry on; 1 of 5 definitions changed\.$/);
  });
});

test('Help leaves the team out for somebody without reports', () => {
  const help = helpMessage({ command: '/ladder', groups: ['everyone', 'members'] });
  expect(checkPayload('message', help)).toEqual([]);
  expect(shown(help.blocks)).not.toContain('/ladder team');
});

describe('What is fitted to a person', () => {
  const person: Person = {
    id: 'p',
    workspaceId: 'w',
    slackUserId: 'U0TEO',
    name: 'Teo',
    timeZone: 'UTC',
    locale: 'en-GB',
    isAdmin: false,
    active: true,
    roleKey: undefined,
    managerId: undefined,
    inRoleSince: '2025-01-01',
  };
  const overviews = ({ framework }: FrameworkVersion): Overview[] => {
    const rest = {
      managerSlackUserId: 'U0MIKA',
      reports: 3,
      cycle: undefined,
      nextCycle: undefined,
      briefOf: undefined,
      unavailableUntil: undefined,
      hasSent: true,
      today: '2027-03-02',
    };
    const roles = [undefined, 'gone', ...someRoles(framework)];
    return roles.map((roleKey) => ({ ...rest, person: { ...person, roleKey }, checkIn: 'none' }));
  };

  test.each([
    ['the built-in ladder', builtIn],
    ['a framework of 60 roles', large],
  ])('is sound with %s, as a message, as Home and as a form', (_, framework) => {
    for (const overview of overviews(framework)) {
      const input = {
        version: framework,
        overview,
        openActionItems: [],
        hasUnsent: true,
        today: '2027-03-02',
      };
      const nothing = { team: undefined, open: [], completion: undefined };
      const home = homeView({ ...input, ...nothing, command: '/ladder' });
      const form = aboutYouModal({ ...overview.person, ...overview, ...framework });
      expect(checkPayload('message', overviewMessage(framework, overview))).toEqual([]);
      expect(checkPayload('message', meMessage(input))).toEqual([]);
      expect(checkPayload('home', home)).toEqual([]);
      expect(checkPayload('modal', form)).toEqual([]);
    }
  });
});
