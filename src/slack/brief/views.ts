import { wholeSentences } from '../../domain/questionnaire/answers.js';
import type { Brief } from '../../services/brief/index.js';
import { escapeMrkdwn, type KnownBlock, type Message, section, sizeOf } from '../ui/blocks.js';
import { pageMessage } from '../ui/page.js';
import { shortName } from '../ui/text.js';
import { afterGroups, endBlocks, fittingGroups, titleBlock, topicBlocks } from './blocks.js';
import { bothSides, briefFact, gapWords, plainNames } from './words.js';

/** A text of the last page may take so much of a message. */
const saidCharacters = 350;
/** The most characters around a message's table, which needs the rest. */
const aroundCharacters = 8_000;

/** The brief as a message: what to talk about first, the table, and what belongs to it. */
export function briefMessage(brief: Brief): Message {
  const { report, manager } = plainNames(brief);
  const other = shortName(brief.reader === 'report' ? brief.manager : brief.report);
  const cycle = escapeMrkdwn(brief.cycle.name);
  const head = [titleBlock(brief), ...topicBlocks(brief)];
  const end = endBlocks(brief, { open: true });
  const left = aroundCharacters - sizeOf([...head, ...end]);
  return pageMessage({
    title: 'Your brief',
    text: `Both sides are in: here is your brief with ${other} for ${cycle}. ${briefFact(brief)}.`,
    head,
    sections: brief.rows.map((row) => ({
      name: row.competency.name,
      pieces: [{ kind: 'lead', text: bothSides(row, { report, manager }) }],
      row: [
        row.competency.name,
        row.self.label,
        row.manager.label,
        gapWords(row, { report, manager }),
      ],
    })),
    tableHead: ['Competency', report, manager, 'Gap'],
    noun: ['competency', 'competencies'],
    foot: [...fittingGroups(afterGroups(brief, shortly), left), ...end],
    hint: 'All of them are in the whole brief.',
  });
}

/** Whole sentences only; the rest is in the window. */
function shortly(title: string, text: string): KnownBlock[] {
  if (!text) return [];
  const shown = wholeSentences(text, saidCharacters);
  const rest = shown.length < text.length ? '_More in the whole brief._' : '';
  return [section([`*${title}*`, escapeMrkdwn(shown), rest].filter(Boolean).join('\n'))];
}
