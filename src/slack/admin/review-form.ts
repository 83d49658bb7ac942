import type { ModalView } from '@slack/types';
import type { Cycle, CycleChange } from '../../services/cycle/index.js';
import type { DayTotal } from '../../services/reminder/index.js';
import {
  count,
  dateText,
  escapeMrkdwn,
  type KnownBlock,
  plainSection,
  section,
} from '../ui/blocks.js';
import { dayInput, field, textInput } from '../ui/form.js';
import { modal } from '../ui/modal.js';
import { audienceFields, type EnteredAudience } from './audience.js';
import { callbackIds, type ReviewChange, reviewFields, reviewMetadata } from './ids.js';

/** What a change would do, and what it would send a day. */
export interface ForeseenReview {
  change: CycleChange;
  messages: readonly DayTotal[];
  /** Of what was entered. */
  hash: string;
}

/** What was entered in the form. */
export interface EnteredReview extends EnteredAudience {
  reviewOn: string | undefined;
  name: string | undefined;
}

export interface ReviewForm {
  does: ReviewChange;
  /** Undefined for a new one. */
  cycle: Cycle | undefined;
  viewId: string | undefined;
  entered?: EnteredReview;
  foreseen?: ForeseenReview;
  /** Why what was entered can't be. */
  problem?: string;
}

const submits = { add: 'Add it', move: 'Move it', close: 'Close it now', cancel: 'Cancel it' };

/** The form of a change; once what it would do is known it says so and asks for a confirmation. */
export function reviewForm(form: ReviewForm): ModalView {
  const { does, cycle, viewId, entered, foreseen, problem } = form;
  const { reviewOn = cycle?.reviewOn, name } = entered ?? {};
  const isDated = does === 'add' || does === 'move';
  return modal({
    callbackId: callbackIds.review,
    title: cycle ? 'Change a review' : 'Add a review',
    submit: foreseen ? submits[does] : 'Show what it does',
    close: 'Keep it as it is',
    metadata: reviewMetadata.write({
      ...{ does, cycleId: cycle?.id, viewId, foreseen: foreseen?.hash },
      seen: cycle?.reviewOn,
    }),
    blocks: [
      ...(cycle
        ? [section(`*${escapeMrkdwn(cycle.name)}*, review on ${dateText(cycle.reviewOn)}`)]
        : []),
      ...(problem === undefined ? [] : [plainSection(problem)]),
      ...(foreseen ? foreseenBlocks(foreseen) : []),
      ...(isDated
        ? [
            field({
              blockId: reviewFields.reviewOn,
              label: 'Review on',
              hint: 'Check-ins open and are due before it, as the settings say.',
              element: dayInput(reviewFields.reviewOn, reviewOn),
            }),
          ]
        : []),
      ...(does === 'add'
        ? [
            field({
              blockId: reviewFields.name,
              label: 'Name',
              optional: true,
              hint: 'What people read. Left empty: its period or month, like May 2027.',
              element: textInput(reviewFields.name, name ?? '', { longest: 60 }),
            }),
            ...audienceFields(entered ?? {}),
          ]
        : []),
    ],
  });
}

/** So many days are listed. */
const mostDays = 12;

function foreseenBlocks({
  change: { after, doubts, members },
  messages,
}: ForeseenReview): KnownBlock[] {
  const whom =
    members === undefined
      ? []
      : [`It is for ${count(members, 'person', 'people')}, and nobody else is asked for anything.`];
  return [
    section([...doubts, ...whom, outcomeText(after)].map(escapeMrkdwn).join('\n')),
    ...(after.cancelledAt ? [] : [section(messagesText(messages))]),
  ];
}

function outcomeText({ opensOn, dueOn, reviewOn, closedAt, cancelledAt }: Cycle): string {
  if (cancelledAt) {
    return 'Nothing of it is sent any more. People in it are told once. What they wrote stays theirs.';
  }
  if (closedAt)
    return 'It takes no more check-ins and views from now on. What people wrote stays theirs.';
  return `Check-ins from ${dateText(opensOn)}, due ${dateText(dueOn)}, review on ${dateText(reviewOn)}.`;
}

/** "3 March 2027: 12 messages", by day. */
function messagesText(messages: readonly DayTotal[]): string {
  if (messages.length === 0) return 'It would send nothing more.';
  const lines = messages
    .slice(0, mostDays)
    .map(({ day, messages: number }) => `${dateText(day)}: ${count(number, 'message')}`);
  const more = messages.length - lines.length;
  return [
    '*What it would send, if nobody did anything until then*',
    ...lines,
    ...(more > 0 ? [`and on ${count(more, 'more day')}`] : []),
  ].join('\n');
}
