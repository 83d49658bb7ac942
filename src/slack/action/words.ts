import type { AgreedAction } from '../../services/actions.js';
import { escapeMrkdwn, mention } from '../kit.js';
import { dayText, dayToken, distance } from '../reminder/words.js';

/** Who looks at an action: decides between "yours" and a name. */
export interface Reader {
  /** Slack user id. */
  slackUserId: string;
  timeZone: string;
}

/** "due today", "due on 9 April, in 3 days", "was due on 2 April, 3 days ago", "done", "dropped". Mrkdwn. */
export function whenWords(action: AgreedAction, timeZone: string): string {
  return when(action, (day) => dayToken(day, timeZone));
}

/** The same in plain words, for where Slack renders no dates. */
export function whenText(action: AgreedAction): string {
  return when(action, dayText);
}

function when(
  { state, dueOn, due, today }: Pick<AgreedAction, 'state' | 'dueOn' | 'due' | 'today'>,
  say: (day: string) => string,
): string {
  if (state !== 'open') return state;
  switch (due) {
    case 'overdue':
      return `was due on ${say(dueOn)}, ${distance(dueOn, today)}`;
    case 'today':
      return 'due today';
    case 'soon':
      return `due on ${say(dueOn)}, ${distance(dueOn, today)}`;
    case 'later':
      return `due on ${say(dueOn)}`;
  }
}

/** Whose it is: "yours", a mention, or that nobody is. Mrkdwn. */
export function ownerWords({ owner }: AgreedAction, reader: Reader): string {
  if (!owner) return "nobody's while there is no manager";
  return owner.slackUserId === reader.slackUserId ? 'yours' : mention(owner.slackUserId);
}

/** What and how it will be seen, in two lines at most. Mrkdwn. */
export function whatWords({ what, measure }: Pick<AgreedAction, 'what' | 'measure'>): string {
  const title = `*${oneLine(what)}*`;
  return measure ? `${title}\nYou will see it by: ${escapeMrkdwn(measure)}` : title;
}

/** A text in bold may not break over lines, nor end its own bold. */
function oneLine(text: string): string {
  return escapeMrkdwn(text.replace(/\s+/g, ' ').trim()).replaceAll('*', '∗');
}
