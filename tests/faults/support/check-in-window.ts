import type { View } from '../../../playground/contract.js';
import { visibleText } from '../../../playground/slack/index.js';

/** Whether a window is a page of a check-in; else it is the loading view or a notice. */
export function isForm(view: View): boolean {
  return /· (\d+ of \d+|last page)$/.test(view.title ?? '');
}

export function isLastPage(view: View): boolean {
  return view.title?.endsWith('last page') ?? false;
}

/** Whether a window says that the check-in is sent. */
export function isSent(view: View): boolean {
  return !isForm(view) && / is (already )?sent\./.test(visibleText(view));
}

/** From 1; the last page counts as the one after all others. */
export function numberOf(view: View): number {
  const found = /(\d+) of/.exec(view.title ?? '')?.[1];
  return found === undefined ? Number.POSITIVE_INFINITY : Number(found);
}

/** The key of the competency that a page is about. */
export function competencyOf(view: View): string {
  return inputOf(view, 'choice:').key;
}

/** What stands in a page's text field. */
export function textIn(view: View): string {
  return inputOf(view, 'text:').value ?? '';
}

/** The key of the rating that is chosen on a page. */
export function ratingIn(view: View): string | undefined {
  return inputOf(view, 'choice:').value?.replace('rating:', '');
}

function inputOf(view: View, prefix: string): { key: string; value: string | undefined } {
  const blockId = Object.keys(view.values).find((id) => id.startsWith(prefix)) ?? prefix;
  const value = Object.values(view.values[blockId] ?? {})[0];
  return {
    key: blockId.slice(prefix.length),
    value: typeof value === 'string' ? value : undefined,
  };
}
