import type { Assessment } from '../../services/assessment/index.js';
import { escapeMrkdwn, type KnownBlock, section } from '../ui/blocks.js';
import { displayName } from '../ui/text.js';
import { headingOf } from './heading.js';

/** Asks once more before a view is given: whose it is, and what happens then. */
export function confirmBlocks({ report, cycle, checkIn }: Assessment): KnownBlock[] {
  const name = displayName(report);
  const next =
    checkIn.state === 'draft'
      ? `${name} has taken their check-in back to change something: as soon as it is sent again, you both get the brief.`
      : `You both get the brief at once: ${name} reads your view there, and you read theirs.`;
  return [
    headingOf(report, cycle.name),
    section(
      `*Give your view of ${name} for ${escapeMrkdwn(cycle.name)}?* From then on it stays as it is. ${next}`,
    ),
  ];
}
