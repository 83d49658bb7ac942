import type { InputBlock } from '@slack/types';
import type { CycleAudience } from '../../services/cycle/index.js';
import { UserFacingError } from '../../services/errors/index.js';
import { option, plainText, select } from '../ui/blocks.js';
import { field } from '../ui/form.js';
import { audiences, reviewFields } from './ids.js';

type Audience = (typeof audiences)[number];

const labels: Record<Audience, string> = {
  everybody: 'Everybody with a role',
  people: 'The people chosen below',
  team: 'The direct reports of the one chosen below',
  line: 'Everybody below the one chosen below',
};

/** What was entered about for whom a review is. */
export interface EnteredAudience {
  /** One of `audiences`. */
  audience?: string | undefined;
  /** Slack ids with commas. */
  people?: string | undefined;
}

/** The two inputs: for whom, and whom that means. */
export function audienceFields({ audience = 'everybody', people }: EnteredAudience): InputBlock[] {
  const options = audiences.map((one) => option(labels[one], one));
  const placeholder = 'Pick one';
  return [
    field({
      blockId: reviewFields.audience,
      label: 'For',
      element: select({ actionId: reviewFields.audience, placeholder, options, chosen: audience }),
    }),
    field({
      blockId: reviewFields.people,
      label: 'People or manager',
      optional: true,
      hint: 'Needed, unless the review is for everybody. It is for those who are meant when you add it; who joins the team later is asked for nothing.',
      element: peopleInput(reviewFields.people, people),
    }),
  ];
}

/** A picker of several people. `chosen`: Slack ids with commas. */
export function peopleInput(actionId: string, chosen: string | undefined): InputBlock['element'] {
  return {
    type: 'multi_users_select',
    action_id: actionId,
    placeholder: plainText('Pick people'),
    ...(chosen && { initial_users: chosen.split(',') }),
  };
}

/** Throws UserFacingError where the two inputs don't go together. Undefined: everybody. */
export function audienceOf({ audience, people }: EnteredAudience): CycleAudience | undefined {
  const ids = people?.split(',') ?? [];
  const [first, ...others] = ids;
  if (audience !== 'people' && audience !== 'team' && audience !== 'line') {
    if (first === undefined) return undefined;
    throw new UserFacingError(
      'You have chosen people, and the review is for everybody. Choose for whom it is, or take the people out.',
    );
  }
  if (first === undefined)
    throw new UserFacingError('Choose the people it is for, or the manager.');
  if (audience === 'people') return { people: ids };
  if (others.length > 0) throw new UserFacingError('Choose one manager.');
  return audience === 'team' ? { team: first } : { line: first };
}
