import type { ModalView } from '@slack/types';
import type { Assessment, OpenedAssessment } from '../../services/assessment/index.js';
import { actionIds as briefActionIds } from '../brief/ids.js';
import { summaryBlocks } from '../questionnaire/summary-blocks.js';
import { displayName } from '../team/rows.js';
import {
  actions,
  button,
  dayText,
  divider,
  escapeMrkdwn,
  header,
  type KnownBlock,
  plainText,
  section,
} from '../ui/blocks.js';
import { paragraph } from '../ui/expectation-blocks.js';
import { modal } from '../ui/modal.js';
import { actionIds, callbackIds } from './ids.js';
import { writeMetadata } from './input.js';

/** Opened at once, from memory, while the assessment is being read. */
export function loadingView(): ModalView {
  return notice([section('One moment, I am getting the pages.')]);
}

/** Something went wrong before a page could be drawn: what, and a way to try again. */
export function troubleView(sentence: string, reportId: string): ModalView {
  const again = button({
    text: 'Try again',
    actionId: actionIds.open,
    value: reportId,
    style: 'primary',
  });
  return notice([{ type: 'section', text: plainText(sentence) }, actions([again])]);
}

/** Why there is no view to give now, and what to do or wait for. */
export function refusedView(opened: Extract<OpenedAssessment, { kind: 'refused' }>): ModalView {
  return notice([section(refusedWords(opened))]);
}

function refusedWords(opened: Extract<OpenedAssessment, { kind: 'refused' }>): string {
  const { because, report, cycle } = opened;
  const name = report ? displayName(report) : 'This person';
  const round = cycle ? escapeMrkdwn(cycle.name) : 'this cycle';
  switch (because) {
    case 'not_manager':
      return "*You are not this person's manager today*, so there is no view for you to give. If that is wrong, ask them to set you as their manager.";
    case 'report_left':
      return `*${name} is not here any more:* they are no longer a full member of this workspace. No view is asked for.`;
    case 'cycle_closed':
      return '*No cycle is open right now.* When the next one opens and a check-in is sent, your digest says so.';
    case 'revealed':
      return `*Both sides are in already for ${name}.* ${round} was closed with the manager of that time. You begin your own view in the next cycle.`;
    default:
      return `*${name} has not sent their check-in for ${round} yet.* You can give your view as soon as they have; your team list says when.`;
  }
}

/** An assessment that has been given: what comes next, and what is in it. */
export function givenView(assessment: Assessment, { already = false } = {}): ModalView {
  const { id, pages, summary } = assessment;
  return notice(
    [
      ...nextBlocks(assessment, already),
      divider(),
      header('What you gave'),
      ...summaryBlocks(assessment, [...pages.keys()]),
      ...(summary.summary.trim() ? [section('*About all of it*'), paragraph(summary.summary)] : []),
    ],
    writeMetadata({ assessmentId: id, page: pages.length }),
  );
}

function nextBlocks({ report, cycle, checkIn }: Assessment, already: boolean): KnownBlock[] {
  const name = displayName(report);
  const given = `Your view of ${name} for ${escapeMrkdwn(cycle.name)} is ${already ? 'already ' : ''}in`;
  if (checkIn.state !== 'revealed') {
    return [
      section(
        `*${given}.* ${name} has taken their check-in back to change something. When it is sent again, you both get the brief.`,
      ),
    ];
  }
  const brief = button({
    text: 'Open the brief',
    actionId: briefActionIds.open,
    value: checkIn.id,
    style: 'primary',
  });
  return [
    section(
      `*${given}, and so is theirs.* The brief sets both side by side. Conversations start on ${dayText(cycle.reviewOn)}.`,
    ),
    actions([brief]),
  ];
}

function notice(blocks: KnownBlock[], metadata?: string): ModalView {
  return modal({
    callbackId: callbackIds.notice,
    title: 'Your view',
    blocks,
    ...(metadata && { metadata }),
  });
}
