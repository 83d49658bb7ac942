import type { Button, ModalView } from '@slack/types';
import { reasonText } from '../../domain/delivery/reasons.js';
import {
  type ProblemCounts,
  type ProblemKind,
  problemFact,
  problemKinds,
  problemWords,
  sumOf,
} from '../../domain/problem/kinds.js';
import { dayFromDate } from '../../domain/time/day.js';
import type { Problem } from '../../services/problem/index.js';
import { actions, button, context, dayText, type KnownBlock, section } from '../ui/blocks.js';
import { modal } from '../ui/modal.js';
import { displayName } from '../ui/text.js';
import { actionIds, callbackIds, type ProblemPlace, problemMetadata, problemValue } from './ids.js';
import { personButton } from './people/page.js';

/** A row has two blocks, and Slack takes a hundred. */
const pageSize = 15;

/** All kinds with their counts, each with the way to its people. */
export function problemsPage(counts: ProblemCounts): ModalView {
  const some = problemKinds.filter((kind) => counts[kind] > 0);
  const row = (kind: ProblemKind) =>
    section(`*${problemFact(kind, counts[kind])}.* ${problemWords[kind].advice}`, {
      accessory: pageButton('Show', { kind, page: 0 }, `Show: ${problemFact(kind, counts[kind])}`),
    });
  return modal({
    callbackId: callbackIds.problem,
    title: 'Problems',
    blocks:
      sumOf(counts) === 0
        ? [section('There are no problems: everybody is placed, and every message has arrived.')]
        : some.map(row),
  });
}

/** A page of one kind: people by name, each with what mends it. `note`: what a press has done. Mrkdwn. */
export function problemPage(
  problems: readonly Problem[],
  { kind, page: wanted }: ProblemPlace,
  { note, canLeaveOut }: { note?: string | undefined; canLeaveOut: boolean },
): ModalView {
  const pages = Math.max(1, Math.ceil(problems.length / pageSize));
  const page = Math.min(wanted, pages - 1);
  const shown = problems.slice(page * pageSize, (page + 1) * pageSize);
  const fact =
    problems.length === 0
      ? 'There is none of these any more.'
      : `*${problemFact(kind, problems.length)}.* ${problemWords[kind].advice}`;
  return modal({
    callbackId: callbackIds.problem,
    title: 'One kind of problem',
    metadata: problemMetadata.write({ kind, page }),
    blocks: [
      ...(note === undefined ? [] : [context(note)]),
      section(fact),
      ...shown.flatMap((problem) => rowBlocks(problem, canLeaveOut)),
      ...pager({ kind, page }, pages),
    ],
  });
}

function rowBlocks(problem: Problem, canLeaveOut: boolean): KnownBlock[] {
  const buttons = mendingButtons(problem, canLeaveOut);
  const [only, second] = buttons;
  if (only && !second) return [section(rowText(problem), { accessory: only })];
  const id = problem.message?.id ?? problem.personId;
  return [section(rowText(problem)), actions(buttons, `admin.problem:${id}`)];
}

function rowText(problem: Problem): string {
  const { kind, managerName, managerSlackUserId, message } = problem;
  const name = `*${displayName(problem)}*`;
  const manager =
    managerSlackUserId && displayName({ name: managerName ?? '', slackUserId: managerSlackUserId });
  if (message) {
    const what = `${message.kind.replaceAll('_', ' ')} of ${dayText(dayFromDate(message.dueAt))}`;
    const outcome = message.state === 'failed' ? 'failed' : 'perhaps arrived';
    return `${name} · ${what} ${outcome}, because ${reasonText(message.reason)}`;
  }
  if (kind === 'manager_gone') return `${name} · manager was ${manager}`;
  if (kind === 'no_manager' || manager === undefined) return `${name} · no manager`;
  return `${name} · manager ${manager}`;
}

/** What can be done about one problem, at once. */
function mendingButtons(problem: Problem, canLeaveOut: boolean): Button[] {
  const { kind, personId, message } = problem;
  const act = (text: string, actionId: string, value: string) =>
    button({ text, actionId, value, label: `${text}: ${problem.name}` });
  const leaveOut = canLeaveOut ? [act('Leave out', actionIds.leaveOut, personId)] : [];
  if (kind === 'unreachable') {
    return [act('Send again', actionIds.sendAllAgain, personId), ...leaveOut];
  }
  if (kind === 'failed' && message) {
    return [
      act('Send again', actionIds.sendAgain, message.id),
      act('Let it go', actionIds.letGo, message.id),
    ];
  }
  const set = personButton(problem);
  return kind === 'role_gone' || kind === 'circle' ? [set] : [set, ...leaveOut];
}

function pageButton(text: string, place: ProblemPlace, label: string): Button {
  const value = problemValue.write(place);
  return button({ text, actionId: `${actionIds.problem}:${value}`, value, label });
}

function pager({ kind, page }: ProblemPlace, pages: number): KnownBlock[] {
  const to = (text: string, next: number) =>
    pageButton(text, { kind, page: next }, `Page ${next + 1}`);
  return [
    ...(pages > 1 ? [context(`Page ${page + 1} of ${pages}`)] : []),
    actions([
      ...(page > 0 ? [to('Back', page - 1)] : []),
      ...(page < pages - 1 ? [to('More', page + 1)] : []),
      button({ text: 'All problems', actionId: actionIds.problems }),
    ]),
  ];
}
