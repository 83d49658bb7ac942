import type { ModalView } from '@slack/types';
import { wholeSentences } from '../../domain/questionnaire/answers.js';
import type { Brief } from '../../services/brief/index.js';
import {
  escapeMrkdwn,
  type KnownBlock,
  type Message,
  paragraph,
  section,
  sizeOf,
} from '../ui/blocks.js';
import { beginning, type Cursor, isBeginning, pageValue } from '../ui/cursor.js';
import { type Page, pageMessage, pageModal } from '../ui/page.js';
import type { Piece, Section } from '../ui/sections.js';
import { shortName } from '../ui/text.js';
import { afterGroups, endBlocks, fittingGroups, titleBlock, topicBlocks } from './blocks.js';
import { actionIds, callbackIds } from './ids.js';
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

/** The brief as a window, with everything that both wrote; its pages begin at `at`. */
export function briefModal(brief: Brief, at: Cursor = beginning): ModalView {
  const isFirst = isBeginning(at);
  const page: Page = {
    title: 'Your brief',
    text: briefFact(brief),
    head: [titleBlock(brief), ...(isFirst ? topicBlocks(brief) : []), section('*Side by side*')],
    sections: brief.rows.map((row) => sectionOf(brief, row)),
    noun: ['competency', 'competencies'],
    foot: [
      ...(isFirst ? afterGroups(brief, inFull).flat() : []),
      ...endBlocks(brief, { open: false }),
    ],
    paging: {
      at,
      button: (to) => ({
        actionId: `${actionIds.page}:${to === beginning ? 'begin' : 'more'}`,
        value: pageValue.write(brief.checkInId, to),
      }),
    },
  };
  return pageModal(page, callbackIds.brief);
}

function sectionOf(brief: Brief, row: Brief['rows'][number]): Section {
  const names = plainNames(brief);
  const gap = row.gap === undefined ? '' : ` · ${gapWords(row, names)}`;
  const notes: [string, string][] = [
    [names.report, row.self.text],
    [names.manager, row.manager.text],
  ];
  return {
    name: row.competency.name,
    pieces: [
      { kind: 'lead', text: `${bothSides(row, names)}${gap}` },
      ...notes.flatMap(([label, text]): Piece[] => (text ? [{ kind: 'note', label, text }] : [])),
    ],
  };
}

/** Whole sentences only; the rest is in the window. */
function shortly(title: string, text: string): KnownBlock[] {
  if (!text) return [];
  const shown = wholeSentences(text, saidCharacters);
  const rest = shown.length < text.length ? '_More in the whole brief._' : '';
  return [section([`*${title}*`, escapeMrkdwn(shown), rest].filter(Boolean).join('\n'))];
}

function inFull(title: string, text: string): KnownBlock[] {
  return text ? [section(`*${title}*`), paragraph(text)] : [];
}
