import { escapeLiteral } from 'pg';
import type { Blueprint } from './shape.js';

/** Each kind of row has its own part of ids; four hexadecimal digits. */
const kinds = {
  person: '0001',
  cycle: '0002',
  check_in: '0003',
  check_in_answer: '0004',
  assessment: '0005',
  assessment_answer: '0006',
  conversation: '0007',
  action: '0008',
  evidence: '0009',
  delivery: '000a',
} as const;

/**
 * Returns SQL for the id of the row with this number: ids are ascending, like those made from the
 * time.
 */
export function idOf(kind: keyof typeof kinds, number: string, { workspaceId }: Blueprint): string {
  // Companies of one database differ in the random part of the workspace's id.
  const company = workspaceId.slice(-8);
  return `('${company}-${kinds[kind]}-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
}

/** Returns SQL for a number from 0 to 999, computed from the seed and a row's number. */
export function luckOf(number: string, salt: number, { seed = 1 }: Blueprint): string {
  return `(hashint8extended((${number})::bigint, ${seed * 1000 + salt}) & 1048575) % 1000`;
}

/** Returns SQL for one of several texts, by a number from 0 modulo their count. */
export function oneOf(texts: readonly string[], number: string): string {
  const list = texts.map((text) => escapeLiteral(text)).join(', ');
  return `(ARRAY[${list}])[1 + (${number}) % ${texts.length}]`;
}

/** Returns SQL for a table of the texts, with their positions from 0: `AS name(text, position)`. */
export function tableOf(texts: readonly string[], name: string): string {
  const rows = texts.map((text, position) => `(${escapeLiteral(text)}, ${position})`);
  return `(VALUES ${rows.join(', ')}) AS ${name}(text, position)`;
}

/** Returns SQL for each person's progress in one cycle. */
export function sharesIn(cycle: number): string {
  return `(SELECT * FROM company_share WHERE c = ${cycle}) AS share`;
}
