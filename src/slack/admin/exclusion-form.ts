import type { ModalView } from '@slack/types';
import type { Cycle, ExclusionChange, LeftOutPerson } from '../../services/cycle/index.js';
import type { DayTotal } from '../../services/reminder/index.js';
import {
  count,
  dateText,
  escapeMrkdwn,
  type KnownBlock,
  limits,
  option,
  plainSection,
  section,
  select,
} from '../ui/blocks.js';
import { dayInput, field } from '../ui/form.js';
import { modal } from '../ui/modal.js';
import { displayName } from '../ui/text.js';
import { peopleInput } from './audience.js';
import { callbackIds, exclusionFields, exclusionMetadata } from './ids.js';
import { fitting } from './names.js';

/** What was entered: 'exclude' or 'include', Slack ids with commas, and a day. */
export interface EnteredExclusion {
  does: string | undefined;
  people: string | undefined;
  until: string | undefined;
}

export interface ExclusionForm {
  cycle: Cycle;
  leftOut: readonly LeftOutPerson[];
  viewId: string | undefined;
  entered?: EnteredExclusion;
  foreseen?: { change: ExclusionChange; messages: readonly DayTotal[]; hash: string };
  /** Why what was entered can't be. */
  problem?: string;
}

const choices = [option('Leave them out', 'exclude'), option('Ask them again', 'include')];

/** The form that leaves people out of a review, or asks them again; see `reviewForm` for its two steps. */
export function exclusionForm(form: ExclusionForm): ModalView {
  const { cycle, leftOut, viewId, entered, foreseen, problem } = form;
  const { does = 'exclude', people, until } = entered ?? {};
  const { does: doesId, people: peopleId, until: untilId } = exclusionFields;
  return modal({
    callbackId: callbackIds.exclusion,
    title: 'Leave somebody out',
    submit: foreseen ? 'Do it' : 'Show what it does',
    close: 'Keep it as it is',
    metadata: exclusionMetadata.write({ cycleId: cycle.id, viewId, foreseen: foreseen?.hash }),
    blocks: [
      leftOutBlock(cycle, leftOut),
      ...(problem === undefined ? [] : [plainSection(problem)]),
      ...(foreseen ? [section(foreseenText(foreseen, does === 'exclude'))] : []),
      field({
        blockId: peopleId,
        label: 'People',
        element: peopleInput(peopleId, people),
      }),
      field({
        blockId: doesId,
        label: 'What to do',
        element: select({
          ...{ actionId: doesId, placeholder: 'Pick one', options: choices, chosen: does },
        }),
      }),
      field({
        blockId: untilId,
        label: 'Left out until',
        optional: true,
        hint: 'From that day on they are asked again. Left empty: they are left out of all of it.',
        element: dayInput(untilId, until),
      }),
    ],
  });
}

function leftOutBlock({ name }: Cycle, people: readonly LeftOutPerson[]): KnownBlock {
  const heading = `*${escapeMrkdwn(name)}* leaves out: `;
  if (people.length === 0) return section(`*${escapeMrkdwn(name)}* leaves nobody out.`);
  const all = people.map(({ until, ...person }) => {
    const end = until ? ` until ${dateText(until)}` : '';
    return `${displayName(person)}${end}`;
  });
  const names = fitting(all, limits.sectionText - heading.length - 40);
  const more = people.length - names.length;
  return section(`${heading}${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`);
}

function foreseenText(
  { change, messages }: NonNullable<ExclusionForm['foreseen']>,
  isExclusion: boolean,
): string {
  const { people, until } = change;
  const who = count(people.length, 'person', 'people');
  const sum = messages.reduce((total, { messages: number }) => total + number, 0);
  const end = until ? ` until ${dateText(until)}` : '';
  return isExclusion
    ? `${who} would be left out${end}, and not get ${count(sum, 'message')}. What they have written stays theirs.`
    : `${who} would be asked again, and get ${count(sum, 'message')}.`;
}
