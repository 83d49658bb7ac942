import { count } from '../../domain/text/count.js';
import type { EarlyMessage, EarlyOutcome, EarlyPlan } from '../../services/reminder/index.js';
import { table } from '../table.js';
import { messageText, personText } from './text.js';

/** What sending early would do, and how to do it. */
export function earlyPlanText(plan: EarlyPlan): string {
  const { messages, steps, planned, nextOn } = plan;
  const { name } = planned.cycle;
  const people = count(peopleOf(messages), 'person', 'people');
  const writes = messages.length === 1 ? 'It was planned' : 'They were planned';
  const comes = messages.length === 1 ? "It doesn't come" : "They don't come";
  return [
    `This would send ${kindsText(messages)} of ${name} to ${people} now, whatever hour it is where they are.`,
    ...opensText(plan),
    `${writes} for ${steps[0]?.sendsOn}. ${comes} again on that day${nextOn ? `; what comes next is planned for ${nextOn} and stays` : ''}.`,
    ...leftOutText(plan),
    `Nothing was sent or opened. To do it: npm run ladder -- reminders send --early --cycle ${quoted(name)} --yes`,
  ].join('\n');
}

function opensText({ opens, planned: { cycle } }: EarlyPlan): string[] {
  if (!opens) return [];
  const closes = opens.closes ? ` ${opens.closes} would take no more check-ins.` : '';
  return [
    `It would open ${cycle.name} today instead of on ${cycle.opensOn}, which can't be undone.${closes}`,
  ];
}

function leftOutText({ leftOut: { unavailable, writtenToToday } }: EarlyPlan): string[] {
  const reasons = [
    ...(unavailable > 0 ? [`${unavailable} away, snoozing, or added just now`] : []),
    ...(writtenToToday > 0 ? [`${writtenToToday} written to about it today`] : []),
  ];
  return reasons.length > 0 ? [`Left out, and written to by the plan: ${reasons.join(', ')}.`] : [];
}

/** "7 invitations"; "2 reminders and 1 digest". */
function kindsText(messages: readonly EarlyMessage[]): string {
  const kinds = [...new Set(messages.map(({ kind }) => kind))];
  return kinds
    .map((kind) => {
      const number = messages.filter((message) => message.kind === kind).length;
      return count(number, kind, `${kind}s`);
    })
    .join(' and ');
}

const states: Record<EarlyOutcome['state'], string> = {
  sent: 'sent',
  due: 'not sent; it comes on its day',
  held: 'not sent; they want no messages now, so it comes after that',
  obsolete: 'not sent; what it is about has just changed',
  claimed: 'the running server is sending it',
  failed: 'refused by Slack; it is not tried again',
  unknown: 'perhaps sent: Slack did not confirm it; it is looked for, not sent again blindly',
};

/** What was sent early, and what became of the rest. */
export function earlySentText(
  messages: readonly EarlyOutcome[],
  { colours }: { colours: boolean },
): string {
  const list = table(
    messages,
    [
      { title: 'To', text: ({ recipient }) => personText(recipient) },
      { title: 'Message', text: messageText },
      { title: 'Cycle', text: ({ cycleName }) => cycleName },
      { title: 'Outcome', text: ({ state }) => states[state] },
    ],
    { colours },
  );
  const sent = peopleOf(messages.filter(({ state }) => state === 'sent'));
  return `${list}\n\n${sent} of ${count(peopleOf(messages), 'person', 'people')} written to early.`;
}

/** What goes to one person is one message. */
function peopleOf(messages: readonly EarlyMessage[]): number {
  return new Set(messages.map(({ recipient }) => recipient.id)).size;
}

/** As a shell reads it: in single quotes where it holds more than plain characters. */
function quoted(name: string): string {
  return /^[\w .-]+$/.test(name) ? `"${name}"` : `'${name.replaceAll("'", "'\\''")}'`;
}
