import { fold } from '../text/fold.js';

/** A report and their manager, each as they are called. */
export interface TwoNames {
  report: string;
  manager: string;
}

/** Two letters or more: an initial, "Dr." or "Smith," names nobody. */
const firstName = /^\p{L}[\p{L}\p{M}'’-]*[\p{L}\p{M}]$/u;
const titles = ['dr', 'prof', 'mr', 'mrs', 'ms', 'mx', 'sir'];

/**
 * Returns what to call two people who have been named in full: by their first names; in full where one
 * of these is no name or both are the same; and with "(manager)" where even that would not tell them
 * apart. A missing name stays empty.
 */
export function firstNames(two: TwoNames): TwoNames {
  const [report, manager] = [fold(two.report), fold(two.manager)];
  const first = { report: report.split(' ')[0] ?? '', manager: manager.split(' ')[0] ?? '' };
  if (isFirstName(first.report) && isFirstName(first.manager) && !areAlike(first)) return first;
  const isSame = manager !== '' && areAlike({ report, manager });
  return { report, manager: isSame ? `${manager} (manager)` : manager };
}

function isFirstName(name: string): boolean {
  return name === '' || (firstName.test(name) && !titles.includes(name.toLowerCase()));
}

/** "José" and "jose" sound the same. */
function areAlike({ report, manager }: TwoNames): boolean {
  const bare = (name: string) => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return bare(report) === bare(manager);
}
