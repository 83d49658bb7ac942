import { randomUUID } from 'node:crypto';
import type { Framework } from '../src/domain/framework/framework.js';
import type { Context } from '../src/services/context.js';
import { cycleToFileUnder } from '../src/services/open-cycle/index.js';
import type { MadeUpPerson } from './made-up-workspace.js';

const firstNames =
  'Alba Bao Caro Dario Edda Femi Gala Hiro Ines Jovan Kaya Liv Milo Nela Otis Pia Quin Rami Sol Tara Ugo Vera Wim Xenia Yara Zeno'.split(
    ' ',
  );
const lastNames =
  'Alder Birch Cedar Dill Elm Fern Gorse Hazel Iris Juniper Kale Linden Mallow Nettle Oak Poplar Quince Reed Sage Thyme Umber Vetch Willow Yarrow'.split(
    ' ',
  );
const zones = [
  ...['Europe/Stockholm', 'Europe/London', 'Europe/Madrid', 'America/New_York'],
  ...['America/Los_Angeles', 'Asia/Kolkata', 'Asia/Tokyo'],
];
const colours = ['#1f6f5c', '#a8501c', '#2a5db0', '#b03060', '#5b5f1a', '#3f4a8a', '#00707a'];
const teamSize = 7;

/** Of so many of them one is without a role. */
const noRoleEvery = 40;

/**
 * Returns so many made-up people beside those who are there: teams of seven below managers, who report to
 * managers themselves, up to `top`. A few have no role yet.
 */
export function companyOf(count: number, framework: Framework, top: string): MadeUpPerson[] {
  const { roles } = framework;
  const leading = roles.at(-1);
  const idOf = (nth: number) => `U0M${String(nth).padStart(4, '0')}`;
  return Array.from({ length: Math.max(0, count) }, (_, nth) => {
    const isManager = nth * teamSize + 1 < count;
    const role = isManager ? leading : roles[nth % Math.max(1, roles.length - 1)];
    const hasRole = isManager || nth % noRoleEvery !== noRoleEvery - 1;
    const first = firstNames[nth % firstNames.length];
    // Each time round the first names the last ones are others, so that no name comes twice.
    const round = Math.floor(nth / firstNames.length);
    const last = lastNames[(7 * round + 5 * (nth % firstNames.length)) % lastNames.length];
    return {
      id: idOf(nth),
      name: `${first} ${last}`,
      title: hasRole ? (role?.title ?? '') : 'New here, no role yet',
      avatarColour: colours[nth % colours.length] ?? '#555a66',
      tz: zones[nth % zones.length] ?? 'UTC',
      locale: 'en-GB',
      manager: nth === 0 ? top : idOf(Math.floor((nth - 1) / teamSize)),
      profileManager: nth === 0 ? top : idOf(Math.floor((nth - 1) / teamSize)),
      ...(hasRole && role && { role: role.key, inRoleSince: '2025-09-01' }),
    };
  });
}

/** Returns the manager in the company who is to leave. */
export function leavingManager(company: readonly MadeUpPerson[]): MadeUpPerson | undefined {
  return company[3 * teamSize < company.length ? 3 : company.length];
}

/** Gives a few people of the company a problem of each kind, so that the pages of admins have some. */
export async function giveProblems(
  { db, clock }: Context,
  workspaceId: string,
  company: readonly MadeUpPerson[],
): Promise<void> {
  const rows = await db.person.findMany({
    where: {
      workspaceId,
      slackUserId: { in: company.map(({ id }) => id) },
      roleKey: { not: null },
    },
    orderBy: { slackUserId: 'desc' },
    select: { id: true },
    take: 20,
  });
  const ids = rows.map(({ id }) => id);
  const change = (some: string[], data: { roleKey?: string; managerId?: string | null }) =>
    db.person.updateMany({ where: { id: { in: some } }, data });
  await change(ids.slice(0, 3), { roleKey: 'office-gardener' });
  await change(ids.slice(3, 7), { managerId: null });
  const [one, other] = ids.slice(7, 9);
  if (one && other) {
    await change([one], { managerId: other });
    await change([other], { managerId: one });
  }
  const at = clock.now();
  const cycleId = await cycleToFileUnder(db, { workspaceId, at });
  if (cycleId === undefined) return;
  const failed = [
    ...ids.slice(9, 11).map((id) => ({ id, reason: 'user_not_found' })),
    ...ids.slice(11, 14).map((id) => ({ id, reason: 'keeps_failing' })),
  ];
  await db.delivery.createMany({
    data: failed.map(({ id, reason }) => ({
      ...{ workspaceId, cycleId, recipientId: id, kind: 'newcomer', step: 'known' },
      ...{ key: `newcomer:${randomUUID()}`, state: 'failed' as const, reason, dueAt: at },
    })),
  });
}
