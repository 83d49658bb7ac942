import { createHash } from 'node:crypto';
import type { Framework } from './framework.js';

/**
 * Returns the SHA-256 of a framework, hexadecimal. The order of properties doesn't change the hash;
 * the order of lists does.
 */
export function frameworkHash(framework: Framework): string {
  return createHash('sha256')
    .update(JSON.stringify(canonical(framework)))
    .digest('hex');
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const sorted = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, part]) => [key, canonical(part)]));
}
