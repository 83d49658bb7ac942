import { minutesFor, type Sheet } from '../../domain/questionnaire/sheets.js';
import type { CheckIn } from '../../services/check-in/index.js';
import { lastTimeBlocks } from '../action-item/links.js';
import type { SlackContext } from '../bolt/context.js';
import { keptBlocks } from '../evidence/links.js';
import { managerLeftText } from '../person/links.js';
import { dayText, escapeMrkdwn, type KnownBlock, mention, section } from '../ui/blocks.js';
import { setManagerBlocks } from './about-you.js';
import { keptText } from './kept.js';
import { newRoleBlocks } from './new-role.js';

/** Leaves room for what the role asks and for the inputs. */
const mostActions = 8;

/**
 * Returns the blocks on a sheet of a check-in: the evidence for its competencies, and an introduction.
 */
export async function pageParts(_: SlackContext, checkIn: CheckIn, { pages }: Sheet) {
  const { byCompetency } = checkIn.kept;
  const pieces = pages.flatMap(({ competency }) => byCompetency.get(competency.key) ?? []);
  return { introduction: introduction(checkIn), aside: keptBlocks(pieces, { usable: true }) };
}

function introduction(checkIn: CheckIn): KnownBlock[] {
  const { cycle, role, managerUserId, managerWhoLeftUserId, agreed } = checkIn;
  const texts = [
    `*Your check-in for ${escapeMrkdwn(cycle.name)}*, due by ${dayText(cycle.dueOn)}.`,
    `Look back against what your role, ${escapeMrkdwn(role.title)}, asks: it prepares your conversation on growth. It takes about ${minutesFor(checkIn.pages)} minutes. All is saved as you go, so you can leave at any time and go on later.`,
    `${whoSeesIt(checkIn)}${managerWhoLeftUserId ? '' : keptText(checkIn)}`,
  ];
  return [
    section(texts.join('\n')),
    ...newRoleBlocks(checkIn),
    ...(managerUserId ? [] : setManagerBlocks(managerWhoLeftUserId)),
    ...lastTimeBlocks(agreed, { most: mostActions }),
  ];
}

/** Returns who reads a check-in and when. Mrkdwn. */
export function whoSeesIt({
  managerUserId,
  managerWhoLeftUserId,
  aboveMayRead,
}: Pick<CheckIn, 'managerUserId' | 'managerWhoLeftUserId' | 'aboveMayRead'>): string {
  if (managerWhoLeftUserId !== undefined) return managerLeftText(managerWhoLeftUserId);
  if (managerUserId === undefined) {
    return 'You have no manager set yet, so for now nobody but you would see it.';
  }
  const manager = mention(managerUserId);
  return `Only you see it until you send it. Then ${manager} will, and only after giving their own view without yours.${aboveText(aboveMayRead)}`;
}

/** Says that managers further up read it too, where the workspace has it so. */
export function aboveText(aboveMayRead: boolean): string {
  return aboveMayRead ? ' From then on managers further up may read both, too.' : '';
}
