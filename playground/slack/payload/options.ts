import { z } from 'zod';
import { anyText, plainText, webAddress, words } from './text.js';

const optionValue = words(75);

/** An option of a select: its text is plain. */
export const option = z.strictObject({
  text: plainText(75),
  value: optionValue,
  description: plainText(75).optional(),
});

/** An option of radio buttons and checkboxes: mrkdwn is allowed. */
export const richOption = z.strictObject({
  text: anyText(75),
  value: optionValue,
  description: anyText(75).optional(),
});

/** An option of an overflow menu: it may be a link. */
export const overflowOption = z.strictObject({
  text: plainText(75),
  value: optionValue.optional(),
  description: plainText(75).optional(),
  url: webAddress().optional(),
});

export const optionGroup = z.strictObject({
  label: plainText(75),
  options: z.array(option).min(1).max(100),
});

/** The answer to an external select. */
export const suggestion = z
  .strictObject({
    options: z.array(option).max(100).optional(),
    option_groups: z.array(optionGroup).max(100).optional(),
  })
  .check(oneSource);

interface WithOptions {
  options?: Chosen[] | undefined;
  option_groups?: { options: Chosen[] }[] | undefined;
  initial_option?: Chosen | undefined;
  initial_options?: Chosen[] | undefined;
}

interface Chosen {
  value?: string | undefined;
  text: { type: string; text: string };
}

type Check<T> = z.core.ParsePayload<T>;

/** Requires either `options` or `option_groups`, not both and not neither. */
export function oneSource(context: Check<WithOptions>): void {
  const { options, option_groups } = context.value;
  if ((options === undefined) !== (option_groups === undefined)) return;
  fail(context, [], 'needs either options or option_groups');
}

/** Requires distinct values, and initial options that equal one of the options. */
export function soundOptions(context: Check<WithOptions>): void {
  const { options, option_groups, initial_option, initial_options } = context.value;
  const offered = options ?? (option_groups ?? []).flatMap((group) => group.options);
  const seen = new Set<string>();
  for (const { value } of offered) {
    if (value === undefined) continue;
    if (seen.has(value)) fail(context, ['options'], `the value ${value} is there twice`);
    seen.add(value);
  }
  const isOffered = (chosen: Chosen) =>
    offered.some((one) => one.value === chosen.value && one.text.text === chosen.text.text);
  if (initial_option && !isOffered(initial_option)) {
    fail(context, ['initial_option'], 'must be one of the options');
  }
  for (const [index, chosen] of (initial_options ?? []).entries()) {
    if (!isOffered(chosen)) fail(context, ['initial_options', index], 'must be one of the options');
  }
}

/** Adds a reason at a path below the checked value. */
export function fail<T>(context: Check<T>, path: (string | number)[], message: string): void {
  context.issues.push({ code: 'custom', path, message, input: context.value });
}
