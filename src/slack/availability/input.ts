import { z } from 'zod';
import { snoozeChoices } from '../../domain/availability/snooze.js';
import { metadata } from '../ui/metadata.js';
import { slackValues } from '../ui/slack-values.js';

/** What can be chosen under "Remind me later". */
export const snoozeChoice = z.enum(snoozeChoices);

const sentMessage = z.object({ channelId: slackValues.channelId, ts: slackValues.ts });

/**
 * The form carries the message under which somebody said that they are away, if they did so there,
 * and the day that they were asked to confirm. Forms of older versions carry the message alone.
 */
export const awayMetadata = metadata(
  z.union([
    sentMessage.transform((message) => ({ message, confirmed: undefined })),
    z.object({ message: sentMessage.optional(), confirmed: slackValues.day.optional() }),
  ]),
  { none: { message: undefined, confirmed: undefined } },
);
