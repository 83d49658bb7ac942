import { actions, button, type KnownBlock, mention, section } from '../ui/blocks.js';
import { actionIds } from './ids.js';

/** For somebody whose manager has left: what follows from it, and what to do. Mrkdwn. */
export function managerLeftText(managerUserId: string): string {
  return `${mention(managerUserId)} has left, so for now nobody but you sees your check-in. Choose who your manager is now; if you don't know yet, ask whoever runs Ladder here.`;
}

/** The way to another manager. */
export function chooseManagerButton() {
  return button({ text: 'Choose my manager', actionId: actionIds.open });
}

/** The same as blocks; nothing for somebody whose manager is here, and without one. */
export function managerLeftBlocks(managerUserId: string | undefined): KnownBlock[] {
  if (managerUserId === undefined) return [];
  return [
    section(`*Your manager*\n${managerLeftText(managerUserId)}`),
    actions([chooseManagerButton()]),
  ];
}
