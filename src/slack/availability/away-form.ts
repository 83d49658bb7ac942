import type { ModalView } from '@slack/types';
import type { Day } from '../../domain/time/day.js';
import type { SentMessage } from '../../services/availability/index.js';
import { dayText, plainSection, section } from '../ui/blocks.js';
import { dayInput, field } from '../ui/form.js';
import { modal } from '../ui/modal.js';
import { noticesOf } from '../ui/notices.js';
import { backButton, backSentence, heldSentence } from './buttons.js';
import { callbackIds, throughField } from './ids.js';
import { awayMetadata } from './input.js';

const notices = noticesOf(callbackIds.notice, 'Away');

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
