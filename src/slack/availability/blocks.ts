import type { ActionsBlock, ModalView, SectionBlock } from '@slack/types';
import type { SnoozeChoice } from '../../domain/availability/availability.js';
import { snoozeChoices } from '../../domain/availability/availability.js';
import {
  actions,
  button,
  dateTime,
  type KnownBlock,
  option,
  plainText,
  section,
  select,
} from '../ui/blocks.js';
import { dayInput, field } from '../ui/form.js';
import { modal } from '../ui/modal.js';
import { actionIds, callbackIds, laterRowId, throughField } from './ids.js';

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
export function quietOnHome(until: Date | undefined): KnownBlock[] {
  const title = '*Messages*';
  if (until) return [section(`${title}\n${heldSentence(until)}`, { accessory: backButton() })];
  const accessory = awayButton();
  return [section(`${title}\nThey reach you in your working hours.`, { accessory })];
}

/** Until when somebody is away. `metadata`: the message under which they said so, ids only. */
export function awayForm(metadata: string): ModalView {
  return {
    ...modal({
      callbackId: callbackIds.away,
      title: 'Away',
      submit: 'Hold my messages',
      close: 'Cancel',
      ...(metadata && { metadata }),
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
    }),
  };
}

/** That it is done, in the form's place. */
export function awayNotice(until: Date): ModalView {
  return notice([section(heldSentence(until), { accessory: backButton() })]);
}

/** After "I'm back" in a window. */
export function backNotice(): ModalView {
  return notice([{ type: 'section', text: plainText(backSentence) }]);
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

function notice(blocks: KnownBlock[]): ModalView {
  return modal({ callbackId: callbackIds.notice, title: 'Away', blocks });
}
