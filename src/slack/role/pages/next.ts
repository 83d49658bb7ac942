import type { FrameworkVersion, Role } from '../../../domain/framework/framework.js';
import { yearsText } from '../../../domain/role/facts.js';
import { competencyLabel, titlesApart } from '../../../domain/role/labels.js';
import { indexOf, type NextRung, nextRungs, trackName } from '../../../domain/role/position.js';
import {
  context,
  escapeMrkdwn,
  header,
  type KnownBlock,
  type Surface,
  section,
} from '../../ui/blocks.js';
import type { Page } from '../../ui/page.js';
import type { Place } from '../place.js';
import { versionText } from '../words.js';
import { comparisonHead, comparisonSections, rolesThatFit } from './comparison.js';
import { inFullSections } from './comparison-in-full.js';
import { comparisonRows } from './comparison-rows.js';
import { comparisonTotals, comparisonTotalsIn } from './comparison-totals.js';

/** A role beside what follows it: at a glance, or one competency in full. Where the path forks, every way on. */
export function nextPage(
  version: FrameworkVersion,
  role: Role,
  place: Extract<Place, { page: 'next' }>,
  surface: Surface,
): Page {
  const index = indexOf(version.framework);
  const ways = nextRungs(index, role);
  const targets = ways.flatMap(({ role }) => role ?? []);
  const compared = { from: role, to: rolesThatFit(version, role, targets) };
  const { competency } = place;
  const asked = index.competency(competency ?? '');
  const name = asked && competencyLabel(index, asked);
  const fact = factOf(version, role, ways, competency);
  return {
    title: 'Next rung',
    text: escapeMrkdwn(name === undefined ? fact : `${name}. ${fact}`),
    head: [header(name ?? 'Next rung'), section(escapeMrkdwn(fact)), ...waysBlocks(ways)],
    sections:
      competency === undefined
        ? comparisonSections(version, compared, surface)
        : inFullSections(version, compared, competency),
    noun: competency === undefined ? ['competency', 'competencies'] : ['part', 'parts'],
    tableHead:
      competency === undefined && targets.length > 0
        ? comparisonHead(version, compared)
        : undefined,
    foot: [
      ...comparisonRows(version, compared, place, surface),
      context(escapeMrkdwn(versionText(version))),
    ],
  };
}

function factOf(
  version: FrameworkVersion,
  from: Role,
  ways: NextRung[],
  competency: string | undefined,
): string {
  const [way, ...others] = ways;
  if (!way) return `${from.title} is the top of the ladder: no rung follows it yet.`;
  if (others.length > 0) return `After ${from.title} the path forks.`;
  const { role: to, track } = way;
  if (!to) return `After ${from.title} comes the ${trackName(track)}: ${NOT_YET}.`;
  const totals =
    competency === undefined
      ? comparisonTotals(version, from, to)
      : comparisonTotalsIn(version, { from, to }, competency);
  const [fromTitle, toTitle] = titlesApart(indexOf(version.framework), [from, to]);
  return `From ${fromTitle} to ${toTitle}: ${totals}.`;
}

const NOT_YET = 'not yet available in this path';

function waysBlocks(ways: NextRung[]): KnownBlock[] {
  if (ways.length < 2) return [];
  const lines = ways.slice(0, 20).map(({ track, role }) => {
    const years = role && yearsText(role);
    const where = role ? [role.title, ...(years ? [years] : [])].join(', ') : NOT_YET;
    return `• *${escapeMrkdwn(trackName(track))}*: ${escapeMrkdwn(where)}`;
  });
  // Twenty paths with the longest names still stay within one section after another.
  return lines.length <= 3 ? [section(lines.join('\n'))] : lines.map((line) => section(line));
}
