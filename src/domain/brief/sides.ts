import type { RatingPoint } from '../framework/framework.js';
import { type Answer, choiceLabel } from '../questionnaire/answers.js';
import { unlessBlank } from '../text/text.js';

/** The answer of one of the two people about a competency. */
export type BriefSide =
  /** `point` counts from 0, the scale's lowest. */
  | { kind: 'rating'; point: number; label: string; text: string }
  | { kind: 'no_opportunity'; label: string; text: string }
  /** No rating of this scale: only where the two answered different questions. */
  | { kind: 'none'; label: string; text: string };

/** How the two answers about a competency compare. */
export type Standing =
  | 'no_opportunity'
  | 'self_higher'
  | 'manager_higher'
  | 'alike'
  /** At most one of the two has a rating. */
  | 'one_sided';

/** Translates an answer into a point of the scale. */
export function sideOf(answer: Answer | undefined, scale: readonly RatingPoint[]): BriefSide {
  const text = unlessBlank(answer?.text ?? '');
  const choice = answer?.choice;
  const label = choiceLabel(choice, scale);
  if (label === undefined || !choice) return { kind: 'none', label: 'No rating', text };
  if (choice.kind === 'no_opportunity') return { kind: 'no_opportunity', label, text };
  return { kind: 'rating', point: scale.findIndex(({ key }) => key === choice.key), label, text };
}

export function compare(
  self: BriefSide,
  manager: BriefSide,
): {
  standing: Standing;
  gap: number | undefined;
} {
  if (self.kind === 'no_opportunity' || manager.kind === 'no_opportunity') {
    return { standing: 'no_opportunity', gap: undefined };
  }
  if (self.kind === 'none' || manager.kind === 'none') {
    return { standing: 'one_sided', gap: undefined };
  }
  const gap = self.point - manager.point;
  if (gap === 0) return { standing: 'alike', gap };
  return { standing: gap > 0 ? 'self_higher' : 'manager_higher', gap };
}
