import type { ActionsBlock, ModalView, SectionBlock } from '@slack/types';
import type { SnoozeChoice } from '../../domain/availability/availability.js';
import { snoozeChoices } from '../../domain/availability/availability.js';
import type { Day } from '../../domain/time/day.js';
import type { SentMessage } from '../../services/availability/index.js';
import {
  actions,
  button,
  dateTime,
  dayText,
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
  hour: 'For an hour',
  tomorrow: 'Until tomorrow',
  three_days: 'For three days',
  monday: 'Until next Monday',
};

/** Below a message that asks for something: not now, and nothing else either. */
export function laterRow(): ActionsBlock {
  const options = snoozeChoices.map((choice) => option(choiceText[choice], choice));
  return actions(
    [
      select({ actionId: actionIds.snooze, placeholder: 'Hold all my messages', options }),
      awayButton(),
    ],
    laterRowId,
  );
}

/** In its place once somebody has chosen. */
export function heldRow(until: Date): SectionBlock {
  const accessory = backButton();
  return section(heldSentence(until), { accessory, blockId: laterRowId });
}

/** In its place where everything that the message was about is over. */
export function overRow(): SectionBlock {
  const sentence =
    'What this message was about is over, so it needs no reminder. Nothing is held back.';
  return section(sentence, { blockId: laterRowId });
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
  return awayWindow({
    metadata: message && awayMetadata.write({ message }),
    submit: 'Hold my messages',
    sentence:
      'Nothing reaches you while you are away. When you are back, what still matters comes as one message.',
    day: undefined,
  });
}

/** The same once more, for an absence of more than three months. */
export function longAwayForm(
  { through, days }: { through: Day; days: number },
  message: SentMessage | undefined,
): ModalView {
  return awayWindow({
    metadata: awayMetadata.write({ message, confirmed: through }),
    submit: 'Yes, hold them',
    sentence: `You would be away through *${dayWithYear(through)}*, for ${days} days. All of that time nothing from Ladder reaches you, also not when a review starts. Is that right? Else pick another day.`,
    day: through,
  });
}

interface AwayWindow {
  metadata: string | undefined;
  submit: string;
  sentence: string;
  day: Day | undefined;
}

function awayWindow({ metadata, submit, sentence, day }: AwayWindow): ModalView {
  return modal({
    callbackId: callbackIds.away,
    title: 'Away',
    submit,
    close: 'Cancel',
    metadata,
    blocks: [
      section(sentence),
      field({
        blockId: throughField,
        label: 'The last day on which you are away',
        element: dayInput(throughField, day),
      }),
    ],
  });
}

function dayWithYear(day: Day): string {
  return `${dayText(day)} ${day.slice(0, 4)}`;
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
  'Welcome back. What came up meanwhile follows in a moment, or when your working hours begin.';

function heldSentence(until: Date): string {
  return `Your messages wait until ${dateTime(until)}, all of Ladder's. What still matters then comes as one.`;
}

/** Opens the form in which somebody says until when they are away. */
export function awayButton() {
  return button({ text: "I'm away until …", actionId: actionIds.away });
}

function backButton() {
  return button({ text: "I'm back", actionId: actionIds.back });
}
