import type { FrameworkVersion, Role } from '../../../domain/framework/framework.js';
import { indexOf, type NextRung, nextRungs } from '../../../domain/role/position.js';
import {
  actions,
  button,
  context,
  escapeMrkdwn,
  header,
  type KnownBlock,
  type Surface,
  section,
} from '../../ui/blocks.js';
import type { Page } from '../../ui/page.js';
import type { Section } from '../../ui/sections.js';
import { encodePlace, type Place } from '../place.js';
import { versionText, yearsText } from '../words.js';
import { comparisonHead, comparisonSections, comparisonTotals } from './comparison.js';
import { shareButton } from './role.js';

/** What the next rung asks that this role does not; where the path forks, every way on. */
export function nextPage(
  version: FrameworkVersion,
  role: Role,
  place: Extract<Place, { page: 'next' }>,
  surface: Surface,
): Page {
  const ways = nextRungs(indexOf(version.framework), role);
  const targets = ways.flatMap(({ role }) => role ?? []);
  const [only] = targets;
  const fact = factOf(version, role, ways);
  return {
    title: 'Next rung',
    text: escapeMrkdwn(fact),
    head: [header('Next rung'), section(escapeMrkdwn(fact)), ...waysBlocks(ways)],
    sections: sectionsOf(version, role, targets),
    noun: ['competency', 'competencies'],
    tableHead: targets.length === 1 && only ? comparisonHead(role, only, 'new') : undefined,
    foot: [
      actions([
        ...[role, ...targets.slice(0, 10)].map(({ key, title }, nth) =>
          button({
            text: title,
            actionId: `role.show:role_${nth}`,
            value: encodePlace({ page: 'role', role: key }),
          }),
        ),
        ...shareButton(place, surface),
      ]),
      context(escapeMrkdwn(versionText(version))),
    ],
  };
}

function factOf(version: FrameworkVersion, role: Role, ways: NextRung[]): string {
  const [way, ...others] = ways;
  if (!way) return `${role.title} is the top of the ladder: no rung follows it yet.`;
  if (others.length > 0) return `After ${role.title} the path forks.`;
  if (!way.role) return `After ${role.title} comes the ${way.track.name}: ${NOT_YET}.`;
  return `From ${role.title} to ${way.role.title}: ${comparisonTotals(version, role, way.role)}.`;
}

const NOT_YET = 'not yet available in this path';

function waysBlocks(ways: NextRung[]): KnownBlock[] {
  if (ways.length < 2) return [];
  const lines = ways.slice(0, 20).map(({ track, role }) => {
    const where = role ? `${role.title}, ${yearsText(role)}` : NOT_YET;
    return `• *${escapeMrkdwn(track.name)}*: ${escapeMrkdwn(where)}`;
  });
  // Twenty paths with the longest names still stay within one section after another.
  return lines.length <= 3 ? [section(lines.join('\n'))] : lines.map((line) => section(line));
}

function sectionsOf(version: FrameworkVersion, from: Role, targets: Role[]): Section[] {
  return targets.flatMap((to) => {
    const sections = comparisonSections(version, { from, to, detail: 'new' });
    if (targets.length === 1) return sections;
    return sections.map(({ name, pieces }) => ({ name: `${to.title} · ${name}`, pieces }));
  });
}
