import { trackName } from '../../domain/role/position.js';
import type { Brief } from '../../services/brief/index.js';
import { comparisonTotals } from '../role/links.js';
import { escapeMrkdwn, header, type KnownBlock, limits, section } from '../ui/blocks.js';
import { fullNames } from './words.js';

/** The person and the cycle of a brief. */
export function titleBlock(brief: Brief): KnownBlock {
  const { report, manager } = fullNames(brief);
  const title = `${report} and ${manager}: your brief for ${brief.cycle.name}`;
  return header(title.length <= limits.headerText ? title : `Your brief for ${brief.cycle.name}`);
}

/** What the next rung asks that this role doesn't, in counts; a line for each way on. */
export function nextRungBlocks({ version, role, nextRungs }: Brief): KnownBlock[] {
  if (nextRungs.length === 0) return [];
  const lines = nextRungs.slice(0, 5).map(({ track, role: next }) => {
    if (!next) return `• ${escapeMrkdwn(trackName(track))}: not yet available in this path`;
    return `• ${escapeMrkdwn(next.title)}: ${comparisonTotals(version, role, next)}`;
  });
  const heading = `*After ${escapeMrkdwn(role.title)}*: what changes, in behaviours`;
  return [section([heading, ...lines].join('\n'))];
}
