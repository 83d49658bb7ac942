import type { Role } from '../../domain/framework/framework.js';
import type { CheckInPage } from '../../domain/questionnaire/pages.js';
import { levelText } from '../../domain/role/facts.js';
import { count, header, type KnownBlock, section } from '../ui/blocks.js';
import { markedBullets, markedParagraph } from '../ui/markup.js';
import { showWholeButton } from './buttons.js';

/** Leaves room in a view's 250 kB for the inputs and what was typed in them. */
const expectationBytes = 180_000;

/**
 * What a role asks in one competency: the definition and the whole behaviours that fit. Where some
 * don't fit, it says how many and offers the whole role definition.
 */
export function expectationBlocks(page: CheckInPage, role: Role): KnownBlock[] {
  const { competency, expectation } = page;
  const texts = expectation.behaviours.map(({ text }) => text);
  const leads = [expectation.definition, levelText(expectation) ?? ''].filter(Boolean);
  const shown = texts.slice(0, howManyFit(texts));
  return [
    header(competency.name),
    ...leads.map(markedParagraph),
    ...(shown.length > 0 ? [markedBullets(shown)] : []),
    ...notShown(texts.length - shown.length, competency.key, role.key),
  ];
}

function notShown(missing: number, competency: string, role: string): KnownBlock[] {
  if (missing === 0) return [];
  const accessory = showWholeButton(role, competency);
  const verb = missing === 1 ? 'does' : 'do';
  return [section(`${count(missing, 'more behaviour')} ${verb} not fit here.`, { accessory })];
}

function howManyFit(texts: string[]): number {
  let used = 0;
  const tooMuch = texts.findIndex((text) => {
    used += Buffer.byteLength(JSON.stringify(markedBullets([text])));
    return used > expectationBytes;
  });
  return tooMuch < 0 ? texts.length : tooMuch;
}
