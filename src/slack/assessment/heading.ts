import type { KnownBlock } from '@slack/types';
import { excerpt } from '../../domain/text/excerpt.js';
import type { Assessment } from '../../services/assessment/index.js';
import { escapeMrkdwn, header, limits, mention, section } from '../ui/blocks.js';

/** "Rosa Operations · Execution": whom and what a page is about. A mention where the name is unknown. */
export function headingOf({ name, slackUserId }: Assessment['report'], what: string): KnownBlock {
  if (!name) return section(`*${mention(slackUserId)} · ${escapeMrkdwn(what)}*`);
  const half = Math.floor((limits.headerText - 3) / 2);
  const room = Math.max(half, limits.headerText - 3 - what.length);
  const whom = excerpt(name, room);
  return header(`${whom} · ${excerpt(what, limits.headerText - 3 - whom.length)}`);
}
