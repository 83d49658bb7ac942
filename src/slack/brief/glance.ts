import type { Button } from '@slack/types';
import type { Brief } from '../../services/brief/index.js';
import { addNoteButton } from '../check-in/links.js';
import { openRecordButton } from '../conversation/links.js';
import { nextRungButtons } from '../role/links.js';
import {
  actions,
  columns,
  dayText,
  escapeMrkdwn,
  type KnownBlock,
  said,
  section,
} from '../ui/blocks.js';
import { agreementGroups } from './agreements.js';
import { nextRungBlocks } from './blocks.js';
import { sides, strengthBlocks, topicBlocks } from './talk-first.js';
import { gapWords, plainNames } from './words.js';

/** Each competency takes two of a section's ten fields. */
const competenciesInBlock = 5;

/** All that the first page says before the texts in full. */
export function glance(brief: Brief): KnownBlock[] {
  return [
    ...strengthBlocks(brief),
    ...topicBlocks(brief),
    ...competencyBlocks(brief),
    ...agreementGroups(brief).flat(),
    ...addedBlocks(brief),
    ...lastPageBlocks(brief),
    ...nextRungBlocks(brief),
    ...buttonRows(brief),
  ];
}

/** A row for each competency: its name, and beside it both ratings and how far apart they are. */
function competencyBlocks(brief: Brief): KnownBlock[] {
  const fields = brief.rows.map((row) => {
    const gap = row.gap ? `\n${escapeMrkdwn(gapWords(row, plainNames(brief)))}` : '';
    return [`*${escapeMrkdwn(row.competency.name)}*`, `${sides(brief, row)}${gap}`];
  });
  const blocks: KnownBlock[] = [section('*All competencies*')];
  for (let from = 0; from < fields.length; from += competenciesInBlock) {
    blocks.push(columns(fields.slice(from, from + competenciesInBlock).flat()));
  }
  return blocks;
}

/** What the two said about all of it, in full. */
function lastPageBlocks(brief: Brief): KnownBlock[] {
  const { report, manager } = plainNames(brief);
  const texts = [
    [`What ${report} wants next`, brief.next],
    [`What ${report} needs from ${manager}`, brief.needs],
    [`What ${report} is proud of`, brief.proudOf],
    [`What ${manager} says about all of it`, brief.summary],
  ] as const;
  return texts.flatMap(([title, text]) => (text ? [said(title, text)] : []));
}

/** What the report has added since: the check-in itself stays as it was. */
function addedBlocks(brief: Brief): KnownBlock[] {
  const who = brief.reader === 'report' ? 'You' : plainNames(brief).report;
  return brief.added.map(({ note, addedOn }) => said(`${who} added on ${dayText(addedOn)}`, note));
}

function buttonRows({ reader, checkInId, recordable, heldOn, role, version }: Brief): KnownBlock[] {
  const record = heldOn
    ? openRecordButton(checkInId, 'Open the record')
    : openRecordButton(checkInId, 'Record our conversation', { style: 'primary' });
  const buttons: Button[] = [
    ...(heldOn || recordable ? [record] : []),
    ...(reader === 'report' ? [addNoteButton(checkInId)] : []),
    ...nextRungButtons(version, role, 'What the next rung asks'),
  ];
  return buttons.length > 0 ? [actions(buttons)] : [];
}
