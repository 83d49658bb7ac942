import type { ModalView } from '@slack/types';
import type { ListedCycle } from '../../services/cycle/index.js';
import {
  actions,
  button,
  count,
  dateText,
  escapeMrkdwn,
  type KnownBlock,
  section,
} from '../ui/blocks.js';
import { modal } from '../ui/modal.js';
import { actionIds, callbackIds } from './ids.js';
import { unfinishedButton } from './links.js';

/** More than two years of quarters, and far from Slack's hundred blocks. */
const mostReviews = 10;

/**
 * The reviews, the latest first, each that still goes on with what can be done about it. `openId`: the
 * cycle that takes check-ins.
 */
export function reviewsPage(
  cycles: readonly ListedCycle[],
  { openId, today }: { openId: string | undefined; today: string },
): ModalView {
  const isPlanned = ({ openedAt, cancelledAt, reviewOn }: ListedCycle) =>
    !openedAt && !cancelledAt && reviewOn >= today;
  return modal({
    callbackId: callbackIds.admin,
    title: 'Reviews',
    blocks: [
      actions([button({ text: 'Add a review', actionId: actionIds.add })]),
      ...cycles
        .slice(0, mostReviews)
        .flatMap((cycle) =>
          reviewBlocks(cycle, { isOpen: cycle.id === openId, isPlanned: isPlanned(cycle) }),
        ),
    ],
  });
}

function reviewBlocks(
  cycle: ListedCycle,
  { isOpen, isPlanned }: { isOpen: boolean; isPlanned: boolean },
): KnownBlock[] {
  const { id, name, opensOn, dueOn, reviewOn, participants, started, submitted } = cycle;
  const dates = `check-ins from ${dateText(opensOn)}, due ${dateText(dueOn)}, review on ${dateText(reviewOn)}`;
  const isOver = !isOpen && !isPlanned;
  // Participants are those of today, who are others than those of a review that is over.
  const of = isOver ? '' : ` of ${count(participants, 'participant')}`;
  const isUnused = cycle.cancelledAt && started === 0;
  const numbers = isPlanned || isUnused ? '' : `\n${started} begun and ${submitted} sent${of}`;
  const whom = cycle.forSome ? ` · for ${count(participants, 'person', 'people')}` : '';
  const fact = section(
    `*${escapeMrkdwn(name)}* · ${stateText(cycle, { isOpen, isPlanned })}${whom}\n${dates}${numbers}`,
  );
  if (isOver && (cycle.cancelledAt || started === 0)) return [fact];
  if (isOver) return [fact, actions([unfinishedButton(id)], `admin.review:${id}`)];
  const act = (text: string, actionId: string) =>
    button({ text, actionId, value: id, label: `${text}: ${name}` });
  return [
    fact,
    actions(
      [
        act('Move', actionIds.move),
        act('Leave somebody out', actionIds.exclude),
        ...(isOpen ? [act('Close early', actionIds.close)] : []),
        act('Cancel', actionIds.cancel),
      ],
      `admin.review:${id}`,
    ),
  ];
}

function stateText(
  { cancelledAt }: ListedCycle,
  { isOpen, isPlanned }: { isOpen: boolean; isPlanned: boolean },
): string {
  if (cancelledAt) return 'cancelled';
  if (isOpen) return 'open';
  return isPlanned ? 'planned' : 'over';
}
