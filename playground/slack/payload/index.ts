import { z } from 'zod';
import type { Block } from '../../contract.js';
import { isFields } from '../state/types.js';
import { suggestion } from './options.js';
import { isTooLong, isViewTooLarge, tooLong } from './size.js';
import { home, message, modal } from './surfaces.js';
import { atMost, type Reason, uniqueIds } from './unique.js';

export type Surface = 'message' | 'modal' | 'home' | 'options';

const schemas = { message, modal, home, options: suggestion };

/**
 * Returns why Slack would refuse a payload, one sentence for each reason with its JSON path; empty
 * if it would accept it. A message is `{text, blocks, …}`, a modal or home the whole view, options
 * the answer to an external select. Paths start at `root`, if there is one.
 */
export function checkPayload(surface: Surface, payload: unknown, root = ''): string[] {
  const parsed = schemas[surface].safeParse(payload);
  const reasons = parsed.success
    ? []
    : parsed.error.issues.map((issue) => reasonOf(issue, payload));
  return [...reasons, ...acrossBlocks(surface, payload)].map(({ path, why }) => {
    const full = [root, path].filter((part) => part !== '').join('.');
    return full === '' ? why : `${full}: ${why}`;
  });
}

function acrossBlocks(surface: Surface, payload: unknown): Reason[] {
  if (!isFields(payload) || !Array.isArray(payload.blocks)) return [];
  const blocks = payload.blocks.filter((block): block is Block => isFields(block));
  const reasons = uniqueIds(blocks);
  if (surface === 'message') {
    reasons.push(...atMost(blocks, 'table', 1), ...atMost(blocks, 'data_visualization', 2));
    if (isTooLong(blocks)) reasons.push({ path: 'blocks', why: tooLong(blocks) });
  } else if (isViewTooLarge(payload)) {
    reasons.push({ path: '', why: 'larger than 250 kB' });
  }
  const hasInput = blocks.some((block) => block.type === 'input');
  if (surface === 'modal' && hasInput && payload.submit === undefined) {
    reasons.push({ path: 'submit', why: 'required, as there is an input block' });
  }
  return reasons;
}

type Issue = z.core.$ZodIssue;

function reasonOf(issue: Issue, payload: unknown): Reason {
  const value = issue.path.reduce<unknown>(
    (at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key],
    payload,
  );
  return { path: z.core.toDotPath(issue.path), why: why(issue, value) };
}

function why(issue: Issue, value: unknown): string {
  if (issue.code === 'too_big') {
    if (typeof value === 'string') return `longer than ${issue.maximum} (${value.length})`;
    if (Array.isArray(value)) return `more than ${issue.maximum} (${value.length})`;
  }
  if (issue.code === 'too_small') {
    if (value === '') return 'empty';
    if (Array.isArray(value)) return `fewer than ${issue.minimum} (${value.length})`;
  }
  if (issue.code === 'unrecognized_keys') return `unknown field ${issue.keys.join(', ')}`;
  if (issue.code === 'invalid_union' && value !== undefined) {
    return `not allowed here: ${JSON.stringify(value)}`;
  }
  if (value === undefined) return 'required';
  return issue.message;
}
