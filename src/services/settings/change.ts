import type { Transaction } from '../../database/index.js';
import {
  findSettingKey,
  settingDefinitions,
  settingKeys,
  settingText,
  withSetting,
} from '../../domain/settings/definitions.js';
import { settingsProblem } from '../../domain/settings/rules.js';
import type { SettingKey, Settings } from '../../domain/settings/settings.js';
import { type Administrator, lockForAdmin, refreshAdmins, requireAdmin } from '../access/index.js';
import { recordChange } from '../audit-log/index.js';
import type { Context } from '../context.js';
import { type ReplannedCycle, replanCycles } from '../cycle/index.js';
import { UserFacingError } from '../errors/index.js';
import { makeOrForesee } from '../foresee.js';
import { type CycleTotals, forecastCycles } from '../reminder/index.js';
import { type Expired, foreseeExpired } from '../retention/index.js';
import { findAdmins, requireSomeAdmin } from './admins.js';
import { refuseOnReviewDates } from './review-dates.js';
import { readSettings, toColumns } from './rows.js';

export interface SettingInput {
  workspaceId: string;
  by: Administrator;
  /** As it was typed. */
  key: string;
  value: string;
}

/** A change of a setting, as it is typed, and what it does to the planned cycles. */
export interface SettingChange {
  key: SettingKey;
  from: string;
  to: string;
  cycles: ReplannedCycle[];
}

/** What a cycle sends before and after a change; undefined where it isn't planned. */
export interface TotalsChange {
  name: string;
  before: CycleTotals | undefined;
  after: CycleTotals | undefined;
}

/** A change that is not made, with what it does to the messages of the cycles that send others then. */
export interface ForeseenSetting extends SettingChange {
  totals: TotalsChange[];
  /** What the next night would erase then; none where it says nothing about that. */
  expired: Expired[];
}

/** Throws UserFacingError where `changeSetting` would; changes nothing and counts nothing. */
export async function checkSetting(context: Context, input: SettingInput): Promise<SettingChange> {
  return makeOrForesee(context, { undo: true }, (tx) => change(tx, context, input, requireAdmin));
}

/**
 * Returns what changing a setting would do, and changes nothing. Counting messages goes through
 * everybody. Throws UserFacingError where `changeSetting` does.
 */
export async function foreseeSetting(
  context: Context,
  input: SettingInput,
): Promise<ForeseenSetting> {
  const { workspaceId } = input;
  const { key, from, to } = await checkSetting(context, input);
  const sends = settingDefinitions[key].sends && from !== to;
  const before = sends ? await forecastCycles(context, workspaceId) : [];
  return makeOrForesee(context, { undo: true }, async (tx) => {
    const foreseen = await change(tx, context, input, requireAdmin);
    const { clock } = context;
    const after = sends ? await forecastCycles({ db: tx, clock }, workspaceId) : [];
    const keeps = settingDefinitions[key].keeps && from !== to;
    const expired = keeps ? await foreseeExpired({ db: tx, clock }, workspaceId) : [];
    return { ...foreseen, totals: differences(before, after), expired };
  });
}

/** Whether a change does anything that is shown, and asked about, before it is made. */
export function changesMuch({ cycles, totals, expired }: ForeseenSetting): boolean {
  return [cycles, totals, expired].some((some) => some.length > 0);
}

function differences(before: readonly CycleTotals[], after: readonly CycleTotals[]) {
  const names = [...new Set([...after, ...before].map(({ name }) => name))];
  return names
    .map((name): TotalsChange => {
      const [was, is] = [before, after].map((all) => all.find((one) => one.name === name));
      return { name, before: was, after: is };
    })
    .filter((one) => JSON.stringify(one.before) !== JSON.stringify(one.after));
}

/**
 * Changes a setting, makes the planned cycles fit it, and records who did it. Throws UserFacingError,
 * having changed nothing, where the key is unknown, the value can't be, it doesn't go together with
 * another setting or with the date of a review, or `by` is no admin.
 */
export function changeSetting(context: Context, input: SettingInput): Promise<SettingChange> {
  return makeOrForesee(context, { undo: false }, (tx) => change(tx, context, input, lockForAdmin));
}

/** The same in a transaction of the caller. */
export async function change(
  tx: Transaction,
  { clock }: Context,
  { workspaceId, by, key: typedKey, value }: SettingInput,
  allow: typeof requireAdmin | typeof lockForAdmin,
): Promise<SettingChange> {
  await allow(tx, { workspaceId, by });
  const key = keyOf(typedKey);
  const before = await readSettings(tx, workspaceId);
  const after = read(before, key, value);
  const [from, to] = [settingText(key, before), settingText(key, after)];
  if (from === to) return { key, from, to, cycles: [] };
  const at = clock.now();
  await refuseOnReviewDates(tx, { workspaceId, before, after, at });
  const adminIds = await findAdmins(tx, workspaceId, after.admins);
  await tx.workspace.update({
    where: { id: workspaceId },
    data: {
      ...toColumns(after, adminIds),
      ...(key === 'managers_above_read' && {
        aboveReadFrom: after.managers_above_read === 'yes' ? at : null,
      }),
    },
  });
  if (key === 'admins') {
    await refreshAdmins(tx, { workspaceId });
    await requireSomeAdmin(tx, workspaceId, by);
  }
  const periodsChange = key === 'cadence' || key === 'first_month';
  const cycles = settingDefinitions[key].paces
    ? await replanCycles(tx, { workspaceId, clock, periodsChange })
    : [];
  await recordChange(tx, {
    ...{ workspaceId, by, at, action: 'setting' as const },
    ...{ subject: key, before: from, after: to },
  });
  return { key, from, to, cycles };
}

function keyOf(typed: string): SettingKey {
  const key = findSettingKey(typed);
  if (key) return key;
  throw new UserFacingError(
    `There is no setting "${typed}". There are: ${settingKeys.join(', ')}. Nothing is changed.`,
  );
}

function read(before: Settings, key: SettingKey, value: string): Settings {
  const typed = withSetting(before, key, value);
  if ('problem' in typed) throw new UserFacingError(`${typed.problem} Nothing is changed.`);
  const problem = settingsProblem(typed.settings);
  if (problem) throw new UserFacingError(`${problem} Nothing is changed.`);
  return typed.settings;
}
