import type { ModalView } from '@slack/types';
import type { Cycle } from '../../services/cycle/index.js';
import type { AdminNudge } from '../../services/reminder/index.js';
import { count, escapeMrkdwn, limits, plainSection, section } from '../ui/blocks.js';
import { field } from '../ui/form.js';
import { modal } from '../ui/modal.js';
import { displayName } from '../ui/text.js';
import { peopleInput } from './audience.js';
import { callbackIds, nudgeFields, nudgeMetadata } from './ids.js';
import { fitting } from './names.js';

export interface NudgeForm {
  cycle: Cycle;
  /** Slack ids with commas. */
  people?: string | undefined;
  foreseen?: { nudge: AdminNudge; hash: string };
  /** Why what was entered can't be. */
  problem?: string;
}

/** The form that asks people for their check-in; see `reviewForm` for its two steps. */
export function nudgeForm({ cycle, people, foreseen, problem }: NudgeForm): ModalView {
  const does = foreseen && foreseen.nudge.asked.length > 0;
  return modal({
    callbackId: callbackIds.nudge,
    title: 'Ask for check-ins',
    submit: does ? 'Ask them' : 'Show whom it asks',
    close: 'Ask nobody',
    metadata: nudgeMetadata.write({
      cycleId: cycle.id,
      foreseen: does ? foreseen.hash : undefined,
    }),
    blocks: [
      section(
        `A message asks people for their *${escapeMrkdwn(cycle.name)}* check-in, in their working hours and at most once a day, whoever asks.`,
      ),
      ...(problem === undefined ? [] : [plainSection(problem)]),
      ...(foreseen ? [section(nudgeText(foreseen.nudge, 'would be'))] : []),
      field({
        blockId: nudgeFields.people,
        label: 'People',
        optional: true,
        hint: 'Everybody who has not sent theirs, if it is left empty.',
        element: peopleInput(nudgeFields.people, people),
      }),
    ],
  });
}

/** Says who is asked and who is not. Mrkdwn. */
export function nudgeText(
  { asked, later, already, notNeeded }: AdminNudge,
  does: 'would be' | 'is',
): string {
  const verb = does === 'is' ? ['is', 'are'] : ['would be', 'would be'];
  const whom = count(asked.length, `person ${verb[0]}`, `people ${verb[1]}`);
  const names = fitting(asked.map(displayName), limits.sectionText - 500);
  const more = asked.length > names.length ? ` and ${asked.length - names.length} more` : '';
  const list = names.length > 0 ? [`${names.join(', ')}${more}.`] : [];
  return [
    `${whom} asked.`,
    ...(later > 0 ? [`${later} of them later: outside their working hours, or away.`] : []),
    ...(already > 0 ? [`${already} not again: asked today, or about to be.`] : []),
    ...(notNeeded > 0 ? [`${notNeeded} not: no check-in is asked of them now, or it is in.`] : []),
    ...list,
  ].join('\n');
}
