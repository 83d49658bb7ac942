import type { ActionsBlock, SectionBlock } from '@slack/types';
import { type SnoozeChoice, snoozeChoices } from '../../domain/availability/snooze.js';
import { actions, option, section, select } from '../ui/blocks.js';
import { awayButton, backButton, heldSentence } from './buttons.js';
import { actionIds, snoozeRowId } from './ids.js';

const choiceText: Record<SnoozeChoice, string> = {
  hour: 'For an hour',
  tomorrow: 'Until tomorrow',
  three_days: 'For three days',
  monday: 'Until next Monday',
};

/** Below a message that asks for something: not now, and nothing else either. */
export function snoozeRow(): ActionsBlock {
  const options = snoozeChoices.map((choice) => option(choiceText[choice], choice));
  return actions(
    [
      select({ actionId: actionIds.snooze, placeholder: 'Hold all my messages', options }),
      awayButton(),
    ],
    snoozeRowId,
  );
}

/** The answer to who has chosen. */
export function heldRow(until: Date): SectionBlock {
  return section(heldSentence(until), { accessory: backButton() });
}

/** The answer where everything that the message was about is over. */
export function overRow(): SectionBlock {
  const sentence =
    'What this message was about is over, so it needs no reminder. Nothing is held back.';
  return section(sentence);
}
