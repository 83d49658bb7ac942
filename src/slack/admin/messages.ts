import { problemFact, problemKinds, sumOf } from '../../domain/problem/kinds.js';
import type { AdminSummaryMessage } from '../../services/reminder/index.js';
import type { BlocksByKind } from '../delivery/message-blocks.js';
import { closedLine } from '../delivery/over.js';
import {
  actions,
  button,
  context,
  count,
  dayText,
  escapeMrkdwn,
  type Message,
  section,
} from '../ui/blocks.js';
import { actionIds } from './ids.js';
import { adminButton } from './links.js';

/** The line to admins about a review. */
export const adminMessages = {
  admin_summary: { build: adminSummary, short: (content) => [buttons(content)] },
} satisfies BlocksByKind<AdminSummaryMessage>;

/** Totals only: how many are how far, when check-ins are due, and how many problems there are. */
function adminSummary(content: AdminSummaryMessage): Message {
  const name = escapeMrkdwn(content.cycleName);
  if (content.over === 'closed' || !content.progress) {
    const text = `${name}: ${closedLine}`;
    return { text, blocks: [section(text), buttons(content)] };
  }
  if (content.over !== undefined) {
    const text = `This was how ${name} stood; a newer message says how it stands now.`;
    return { text, blocks: [section(text), buttons(content)] };
  }
  const fact = `${name}: ${progressText(content.progress)}.`;
  const problems = problemsText(content.progress);
  return {
    text: `${fact} ${datesText(content)}`,
    blocks: [
      section(`*${fact}* ${datesText(content)}`),
      ...(problems === undefined ? [] : [section(problems)]),
      context(`Counted on ${dayText(content.countedOn)}. The buttons show how it is now.`),
      buttons(content),
    ],
  };
}

type Progress = NonNullable<AdminSummaryMessage['progress']>;

function progressText({ participants, started, sent, bothIn, talked }: Progress): string {
  if (participants === 0) return 'nobody takes part yet';
  const begun = `${sent} of ${count(participants, 'check-in')} are in, ${participants - started} not begun`;
  if (bothIn === 0) return begun;
  return `${begun}; ${bothIn} with both views, ${talked} talked`;
}

function datesText({ dueOn, reviewOn, today }: AdminSummaryMessage): string {
  if (today < dueOn) return `Check-ins are due on ${dayText(dueOn)}.`;
  if (today === dueOn) {
    return `Check-ins are due on ${dayText(dueOn)}; reviews start on ${dayText(reviewOn)}.`;
  }
  const verb = today > reviewOn ? 'started' : 'start';
  return `Reviews ${verb} on ${dayText(reviewOn)}.`;
}

/** "3 problems: 2 people have no role yet; 1 message failed, …" */
function problemsText({ problems }: Progress): string | undefined {
  const facts = problemKinds
    .filter((kind) => problems[kind] > 0)
    .map((kind) => problemFact(kind, problems[kind]));
  if (facts.length === 0) return undefined;
  return `${count(sumOf(problems), 'problem')}: ${facts.join('; ')}.`;
}

function buttons({ progress, over }: AdminSummaryMessage) {
  const hasProblems = over === undefined && progress && sumOf(progress.problems) > 0;
  return actions([
    adminButton('Run the reviews'),
    ...(hasProblems ? [button({ text: 'Problems', actionId: actionIds.problems })] : []),
  ]);
}
