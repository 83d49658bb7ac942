import type { ActionsBlock, ModalView, SectionBlock } from '@slack/types';
import type { SnoozeChoice } from '../../domain/availability/availability.js';
import { snoozeChoices } from '../../domain/availability/availability.js';
import type { SentMessage } from '../../services/availability/index.js';
import {
  actions,
  button,
  dateTime,
  type KnownBlock,
  option,
  plainSection,
  section,
  select,
} from '../ui/blocks.js';
import { dayInput, field } from '../ui/form.js';
import { modal } from '../ui/modal.js';
import { noticesOf } from '../ui/notices.js';
import { actionIds, callbackIds, laterRowId, throughField } from './ids.js';
import { awayMetadata } from './input.js';

const notices = noticesOf(callbackIds.notice, 'Away');

const choiceText: Record<SnoozeChoice, string> = {
  hour: 'In an hour',
  tomorrow: 'Tomorrow',
  three_days: 'In three days',
  monday: 'Next Monday',
};

/** Below a message that asks for something: not now. */
export function laterRow(): ActionsBlock {
  const options = snoozeChoices.map((choice) => option(choiceText[choice], choice));
  return actions(
    [select({ actionId: actionIds.snooze, placeholder: 'Remind me later', options }), awayButton()],
    laterRowId,
  );
}

/** In its place once somebody has chosen. */
export function heldRow(until: Date): SectionBlock {
  const accessory = backButton();
  return section(heldSentence(until), { accessory, blockId: laterRowId });
}

/** On Home: whether messages wait, and the way to change that. */
export function availabilityOnHome(until: Date | undefined): KnownBlock[] {
  const title = '*Messages*';
  if (until) return [section(`${title}\n${heldSentence(until)}`, { accessory: backButton() })];
  const accessory = awayButton();
  return [section(`${title}\nThey reach you in your working hours.`, { accessory })];
}

/** Until when somebody is away. `message`: the one under which they said so. */
export function awayForm(message: SentMessage | undefined): ModalView {
  return modal({
    callbackId: callbackIds.away,
    title: 'Away',
    submit: 'Hold my messages',
    close: 'Cancel',
    metadata: message && awayMetadata.write(message),
    blocks: [
      section(
        'Nothing reaches you while you are away. When you are back, what still matters comes as one message.',
      ),
      field({
        blockId: throughField,
        label: 'The last day on which you are away',
        element: dayInput(throughField, undefined),
      }),
    ],
  });
}

/** That it is done, in the form's place. */
export function awayNotice(until: Date): ModalView {
  return notices.notice([section(heldSentence(until), { accessory: backButton() })]);
}

/** After "I'm back" in a window. */
export function backNotice(): ModalView {
  return notices.notice([plainSection(backSentence)]);
}

export const backSentence =
  'Welcome back. What still matters comes in a moment, or when your working hours begin.';

function heldSentence(until: Date): string {
  return `Your messages wait until ${dateTime(until)}. What still matters then comes as one.`;
}

function awayButton() {
  return button({ text: "I'm away until …", actionId: actionIds.away });
}

function backButton() {
  return button({ text: "I'm back", actionId: actionIds.back });
}
