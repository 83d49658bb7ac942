import { growthSentence } from '../../domain/brief/brief.js';
import type { Privacy } from '../../services/privacy/index.js';
import { actions, button, context, count, type KnownBlock, limits, section } from '../ui/blocks.js';
import { modal } from '../ui/modal.js';
import { listOfNames, shortName } from '../ui/text.js';
import { actionIds, callbackIds } from './ids.js';
import { changeText, readingText } from './words.js';

/** Names those who see what I write and who have read it, what is kept, and whom to ask: one screen. */
export function privacyModal(
  privacy: Privacy,
  titleOf: (roleKey: string) => string,
): ReturnType<typeof modal> {
  return modal({
    callbackId: callbackIds.page,
    title: 'Who sees what',
    blocks: [
      section(`*Who sees what you write*\n${bullets(whoSees(privacy))}`),
      ...readBlocks(privacy),
      section(`*What is kept about you*\n${keptText(privacy)}`),
      actions([button({ text: 'My data', actionId: actionIds.data })]),
      ...changeBlocks(privacy, titleOf),
      section(`*Whom to ask*\n${whomText(privacy)}`),
      context(growthSentence),
    ],
  });
}

function bullets(lines: readonly string[]): string {
  return lines.map((line) => `• ${line}`).join('\n');
}

/** Returns the first lines that have room in a section. */
function fitting(lines: readonly string[]): string[] {
  let left = limits.sectionText - 100;
  return lines.filter((line) => {
    left -= line.length + 3;
    return left >= 0;
  });
}

function whoSees({ manager, managersAbove, admins }: Privacy): string[] {
  const by = admins.length > 0 ? `The admins (${listOfNames(admins)})` : 'Admins';
  return [
    ...(manager ? managerSees(shortName(manager)) : nobodySees),
    ...aboveLines(managersAbove),
    `${by} see your role, your manager, dates, and how far your check-in is: no words and no ratings.`,
    'Whoever runs Ladder for your organisation can read its database.',
  ];
}

const formerSees = 'A manager whom you had before sees none of this.';

function aboveLines(managersAbove: Privacy['managersAbove']): string[] {
  if (managersAbove === undefined) {
    return [
      'Managers further up see none of this, and neither does a manager whom you had before.',
    ];
  }
  if (managersAbove.length === 0) return [formerSees];
  return [
    `*Managers further up* (${listOfNames(managersAbove)}) may read a check-in and the view of it once both are in, where both were given since your workspace allows it. Not your evidence, not your conversation, not your actions.`,
    formerSees,
  ];
}

function managerSees(manager: string): string[] {
  return [
    `*Your check-in* is yours alone until it is sent and ${manager} has given their own view. From then on the two of you see both.`,
    `*What you keep as evidence* is yours. When you send a check-in, ${manager} sees as much of it as you send along.`,
    `*Your conversation and your actions* are for you and ${manager}.`,
    `${manager} may keep notes about you for their next view. Only ${manager} sees those.`,
  ];
}

const nobodySees = [
  '*Your check-in*, *what you keep as evidence* and *your actions* are yours alone now: you have no manager here. Once you have one, they see your check-in when it is sent and they have given their own view, what you send along with it, and your open actions.',
];

function readBlocks({ readings: { readings, hasMore } }: Privacy): KnownBlock[] {
  const nothing =
    'Nobody has read anything of yours yet. It stands here when your manager opens your brief, your earlier check-ins, what you sent along, or the record of your conversation.';
  const lines = fitting(readings.map(readingText));
  const text = readings.length > 0 ? bullets(lines) : nothing;
  const isMore = hasMore || lines.length < readings.length;
  const all = button({ text: 'Show all', actionId: actionIds.readings });
  return [section(`*Who has read yours*\n${text}`), ...(isMore ? [actions([all])] : [])];
}

function keptText({ kept, keptMonths }: Privacy): string {
  const views = kept.views > 0 ? ` (${count(kept.views, 'view')} of a manager beside them)` : '';
  return `${count(kept.checkIns, 'check-in')}${views}, ${count(kept.evidence, 'piece')} of evidence and ${count(kept.actionItems, 'action')}, with your name, time zone and language from Slack. It is erased ${count(keptMonths, 'month')} after the review that it belongs to; open actions stay.`;
}

function changeBlocks({ changes }: Privacy, titleOf: (roleKey: string) => string): KnownBlock[] {
  if (changes.length === 0) return [];
  const lines = fitting(changes.map((change) => changeText(change, titleOf)));
  return [section(`*Who has set your role and your manager*\n${bullets(lines)}`)];
}

function whomText({ admins }: Privacy): string {
  const whom = admins.length > 0 ? listOfNames(admins) : 'the people who run Ladder here';
  return `For something that is wrong, for a copy as a file or an erasure, ask ${whom}. Your role and your manager are under *About you*.`;
}
