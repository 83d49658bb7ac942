import { escapeLiteral } from 'pg';
import type { Blueprint } from './shape.js';

/** Each kind of row has ids of its own; four hexadecimal digits. */
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

/** SQL for the id of the row with this number: ids follow each other, as those made by time do. */
export function idOf(kind: keyof typeof kinds, number: string, { workspaceId }: Blueprint): string {
  // Companies of one database differ in the part of the workspace's id that is random.
  const company = workspaceId.slice(-8);
  return `('${company}-${kinds[kind]}-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
}

/** SQL for a number from 0 to 999 that follows from the seed and a row's number. */
export function luckOf(number: string, salt: number, { seed = 1 }: Blueprint): string {
  return `(hashint8extended((${number})::bigint, ${seed * 1000 + salt}) & 1048575) % 1000`;
}

/** SQL for one of several texts, in turn by a number from 0. */
export function oneOf(texts: readonly string[], number: string): string {
  const list = texts.map((text) => escapeLiteral(text)).join(', ');
  return `(ARRAY[${list}])[1 + (${number}) % ${texts.length}]`;
}

/** SQL for a table of the texts, with their positions from 0: `AS name(text, position)`. */
export function tableOf(texts: readonly string[], name: string): string {
  const rows = texts.map((text, position) => `(${escapeLiteral(text)}, ${position})`);
  return `(VALUES ${rows.join(', ')}) AS ${name}(text, position)`;
}

/** SQL for how far each person got in one cycle. */
export function sharesIn(cycle: number): string {
  return `(SELECT * FROM company_share WHERE c = ${cycle}) AS share`;
}
