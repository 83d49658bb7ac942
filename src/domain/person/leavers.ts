import type { PeopleRow } from './people-file.js';
import type { WhatIsKnown } from './placement.js';

/** The rows without people who have left, and whom that concerned; nobody gets such a manager. */
export function withoutLeavers(
  rows: readonly PeopleRow[],
  colleagues: WhatIsKnown['colleagues'],
): { rows: PeopleRow[]; skipped: string[] } {
  const hasLeft = (id: string) => colleagues.get(id)?.standing === 'left';
  const isNewManager = ({ slackUserId, managerSlackUserId: id }: PeopleRow) =>
    hasLeft(id) && colleagues.get(slackUserId)?.manager !== id;
  const kept = rows.filter(({ slackUserId }) => !hasLeft(slackUserId));
  const named = rows.flatMap((row) => [
    ...(hasLeft(row.slackUserId) ? [row.slackUserId] : []),
    ...(isNewManager(row) ? [row.managerSlackUserId] : []),
  ]);
  return {
    rows: kept.map((row) => (isNewManager(row) ? { ...row, managerSlackUserId: '' } : row)),
    skipped: [...new Set(named)],
  };
}
