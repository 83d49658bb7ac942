import type { Role } from '../../domain/framework/framework.js';
import type { CheckInPage } from '../../domain/questionnaire/pages.js';
import { levelText } from '../../domain/role/facts.js';
import { count, type KnownBlock, section } from '../ui/blocks.js';
import { markedBullets, markedParagraph } from '../ui/markup.js';
import { type Piece, sectionBlock } from '../ui/sections.js';
import { showWholeButton } from './buttons.js';

/** Leaves room in a view's 250 kB for the inputs and what was typed in them. */
const expectationBytes = 180_000;

/** Of several competencies in a window each shows so much, and how many behaviours are left. */
const shortCharacters = 900;
const mostShort = 3;

/**
 * What a role asks in one competency: the definition and the whole behaviours that fit. Where some
 * don't fit, it says how many and offers the whole role definition. `among` several competencies
 * each is short, below its name.
 */
export function expectationBlocks(page: CheckInPage, role: Role, among = 1): KnownBlock[] {
  const { competency, expectation } = page;
  const texts = expectation.behaviours.map(({ text }) => text);
  const leads = [expectation.definition, levelText(expectation) ?? ''].filter(Boolean);
  const shown = texts.slice(0, among > 1 ? howManyShort(leads, texts) : howManyFit(texts));
  return [
    ...(among > 1
      ? [sectionBlock(competency.name, [...leads.map(asLead), ...shown.map(asPoint)])]
      : [...leads.map(markedParagraph), ...(shown.length > 0 ? [markedBullets(shown)] : [])]),
    ...notShown(texts.length - shown.length, page, role, among),
  ];
}

const asLead = (text: string): Piece => ({ kind: 'lead', text });
const asPoint = (text: string): Piece => ({ kind: 'point', text });

function notShown(missing: number, page: CheckInPage, role: Role, among: number): KnownBlock[] {
  if (missing === 0) return [];
  const accessory = showWholeButton(role.key, page.competency.key);
  const more = count(missing, 'more behaviour');
  const verb = missing === 1 ? 'does' : 'do';
  const text = among > 1 ? `And ${more}.` : `${more} ${verb} not fit here.`;
  return [section(text, { accessory })];
}

function howManyFit(texts: string[]): number {
  let used = 0;
  const tooMuch = texts.findIndex((text) => {
    used += Buffer.byteLength(JSON.stringify(markedBullets([text])));
    return used > expectationBytes;
  });
  return tooMuch < 0 ? texts.length : tooMuch;
}

/** The behaviours that leave it short; the first where nothing else says what is asked. */
function howManyShort(leads: string[], texts: string[]): number {
  let used = leads.join('').length;
  const tooMuch = texts.slice(0, mostShort).findIndex((text) => {
    used += text.length;
    return used > shortCharacters;
  });
  const fit = tooMuch < 0 ? Math.min(texts.length, mostShort) : tooMuch;
  return leads.length === 0 && texts.length > 0 ? Math.max(1, fit) : fit;
}
