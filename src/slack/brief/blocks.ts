import type { Button } from '@slack/types';
import { growthSentence, type Topic } from '../../domain/brief/brief.js';
import { promptFor } from '../../domain/brief/prompts.js';
import { wholeSentences } from '../../domain/questionnaire/answers.js';
import type { Brief } from '../../services/brief/index.js';
import { openRecordButton } from '../conversation/links.js';
import { comparisonTotals, nextRungButtons } from '../role/links.js';
import {
  actions,
  context,
  escapeMrkdwn,
  header,
  type KnownBlock,
  limits,
  section,
  sizeOf,
} from '../ui/blocks.js';
import { shortName } from '../ui/text.js';
import { agreementGroups } from './agreements.js';
import { openBriefButton } from './links.js';
import { plainNames, promptWords } from './words.js';

const quotedCharacters = 300;
/** So much of a message the topics may take; the table has the rest. */
const topicCharacters = 4_500;

/** The person and the cycle of a brief. */
export function titleBlock(brief: Brief): KnownBlock {
  const { report, manager } = plainNames(brief);
  const title = `${report} and ${manager}: your brief for ${brief.cycle.name}`;
  return header(title.length <= limits.headerText ? title : `Your brief for ${brief.cycle.name}`);
}

/** What to talk about first, with both sides and a question each. */
export function topicBlocks(brief: Brief): KnownBlock[] {
  const blocks: KnownBlock[] = [section('*Talk first about*')];
  for (const [nth, topic] of brief.topics.entries()) {
    const next = topicBlock(brief, topic, nth + 1);
    if (nth > 0 && sizeOf([...blocks, ...next]) > topicCharacters) break;
    blocks.push(...next);
  }
  return blocks.length > 1 ? blocks : [];
}

function topicBlock(brief: Brief, topic: Topic, number: number): KnownBlock[] {
  const { row } = topic;
  const sides = `${shortName(brief.report)}: ${escapeMrkdwn(row.self.label)} · ${shortName(brief.manager)}: ${escapeMrkdwn(row.manager.label)}`;
  const prompt = promptFor(topic, promptWords(brief));
  const said = topic.kind === 'no_opportunity' ? missingWords(topic) : '';
  return [
    section(`${number}. *${escapeMrkdwn(row.competency.name)}*\n${sides}\n${prompt}`),
    ...(said ? [section(`>${escapeMrkdwn(said).replaceAll('\n', '\n>')}`)] : []),
  ];
}

/** Returns what was missing, in its author's words, if they are short enough. */
function missingWords({ row: { self, manager } }: Topic): string {
  const { text } = self.kind === 'no_opportunity' ? self : manager;
  const shown = wholeSentences(text, quotedCharacters);
  return shown.length === text.length ? shown : '';
}

/** How a text of the last page is shown under its title; nothing for an empty one. */
export type Say = (title: string, text: string) => KnownBlock[];

function aboutGroups(brief: Brief, say: Say): KnownBlock[][] {
  const [report, manager] = [shortName(brief.report), shortName(brief.manager)];
  return [
    say(`What ${report} wants next`, brief.next),
    say(`What ${report} needs from ${manager}`, brief.needs),
    say(`What ${report} is proud of`, brief.proudOf),
    say(`What ${manager} says about all of it`, brief.summary),
  ];
}

/** What the next rung asks that this role doesn't, in counts; a line for each way on. */
export function nextRungBlocks({ version, role, nextRungs }: Brief): KnownBlock[] {
  if (nextRungs.length === 0) return [];
  const lines = nextRungs.slice(0, 5).map(({ track, role: next }) => {
    if (!next) return `• ${escapeMrkdwn(track.name)}: not yet available in this path`;
    return `• ${escapeMrkdwn(next.title)}: ${comparisonTotals(version, role, next)}`;
  });
  return [section([`*After ${escapeMrkdwn(role.title)}*`, ...lines].join('\n'))];
}

/** What follows the two sides: agreements, the last page, the next rung. Each group stays whole. */
export function afterGroups(brief: Brief, say: Say): KnownBlock[][] {
  return [...agreementGroups(brief), ...aboutGroups(brief, say), nextRungBlocks(brief)];
}

/** As many of the groups as there is room for, and a word on it where that is not all. */
export function fittingGroups(groups: KnownBlock[][], characters: number): KnownBlock[] {
  const shown: KnownBlock[] = [];
  let isAll = true;
  for (const group of groups) {
    if (sizeOf([...shown, ...group]) <= characters) shown.push(...group);
    else isAll = false;
  }
  return isAll ? shown : [...shown, context('There is more in the whole brief.')];
}

/** The buttons and the sentence that every brief ends with. */
export function endBlocks(brief: Brief, { open }: { open: boolean }): KnownBlock[] {
  const { checkInId, reader, heldOn, role, version } = brief;
  const record = heldOn
    ? openRecordButton(checkInId, 'Open the record')
    : openRecordButton(checkInId, 'Record our conversation', { style: 'primary' });
  const buttons: Button[] = [
    ...(reader === 'manager' ? [record] : []),
    ...(open ? [openBriefButton(checkInId, 'Open the whole brief')] : []),
    ...nextRungButtons(version, role, 'What the next rung asks'),
  ];
  return [
    ...(buttons.length > 0 ? [actions(buttons)] : []),
    context(growthSentence, 'The two of you read the same; nobody else does.'),
  ];
}
