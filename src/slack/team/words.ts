import type { NudgeResult } from '../../services/reminder/index.js';
import { dateTime } from '../ui/blocks.js';
import { displayName } from '../ui/text.js';

/** Returns the sentence about a nudge's result. Mrkdwn. */
export function nudgeSentence(result: NudgeResult): string {
  const name = displayName(result.report);
  switch (result.state) {
    case 'sent':
      return `I have asked ${name} for their check-in.`;
    case 'later':
      return `It is outside ${name}'s working hours. I will ask them when their day begins: ${dateTime(result.at)} for you.`;
    case 'held':
      return `${name} gets no messages for now. I will ask them as soon as they do.`;
    case 'delayed':
      return `Slack is busy, so I will ask ${name} a little later.`;
    case 'already':
      return `${name} has been asked today; once a day is enough.`;
    case 'not_needed':
      return `${name}'s check-in is in, so I did not ask.`;
    case 'no_role':
      return `${name} has no role yet, so there is no check-in to ask for.`;
    case 'failed':
      return `Slack did not deliver my message to ${name}. Better ask them yourself.`;
    case 'unknown':
      return `Slack did not say whether my message reached ${name}. I will not send it twice; better ask them yourself.`;
  }
}
