import { reasonText } from '../../domain/delivery/reasons.js';
import { count } from '../../domain/text/count.js';
import type { Reconciled, Retried } from '../../services/delivery/index.js';
import { stateWords } from './words.js';

const goesOut = 'It goes out with the next run, if it is still wanted.';
const evenIfTwice = 'To send it again even if it then comes twice, add --even-if-twice.';

/** Whether a retry did what was asked: the message is due again, or turned out to be sent. */
export function isRetried(retried: Retried): boolean {
  if (retried.state === 'looked') return ['found', 'due'].includes(retried.reconciled.state);
  return retried.state === 'due_again' || retried.state === 'due_unlooked';
}

/** What became of a message that was to be sent after all. */
export function retriedText(retried: Retried): string {
  switch (retried.state) {
    case 'due_again':
      return `It is due again. ${goesOut}`;
    case 'due_unlooked':
      return `It is due again, and may come twice. ${goesOut}`;
    case 'looked':
      return reconciledText(retried.reconciled);
    case 'no_slack':
      return `It was perhaps sent, and to look for it Ladder needs Slack: set SLACK_BOT_TOKEN. ${evenIfTwice}`;
    case 'under_way':
      return `The last attempt is so recent that it may still be under way. Try again in five minutes. ${evenIfTwice}`;
    case 'not_needed':
      return `Nothing was changed: this message ${stateWords[retried.is]}. Only one that failed or was perhaps sent can be retried.`;
  }
}

function reconciledText(reconciled: Reconciled): string {
  switch (reconciled.state) {
    case 'found':
      return 'It has arrived: it is there in Slack, and counts as sent now.';
    case 'due':
      return `It is not there in Slack, so it is due again. ${goesOut}`;
    case 'open':
      return `It is not there in Slack, but Slack may show it late. Try again ten minutes after the attempt. ${evenIfTwice}`;
    case 'not_settled':
      return `Whether it has arrived can't be told, because ${reasonText(reconciled.reason)}. ${evenIfTwice}`;
    case 'later':
      return `Slack could not be asked. Try again in ${count(Math.ceil(reconciled.afterMs / 1000), 'second', 'seconds')}. ${evenIfTwice}`;
  }
}
