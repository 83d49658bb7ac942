import { settingDefinitions, settingKeys, settingText } from '../../domain/settings/definitions.js';
import { defaultSettings, type SettingKey } from '../../domain/settings/settings.js';
import type { Context } from '../context.js';
import { readSettings } from './rows.js';

/** A setting as command line and windows show it; values as they are typed. */
export interface ListedSetting {
  key: SettingKey;
  title: string;
  effect: string;
  value: string;
  default: string;
  /** How to type it. */
  howTo: string;
  /** All that can be typed, where that is a few words. */
  choices: readonly string[] | undefined;
}

/** Returns all settings of a workspace, in their order. For admins and operators. */
export async function listSettings(
  { db }: Pick<Context, 'db'>,
  workspaceId: string,
): Promise<ListedSetting[]> {
  const settings = await readSettings(db, workspaceId);
  return settingKeys.map((key) => {
    const { title, effect, choices, schema } = settingDefinitions[key];
    const [value, standard] = [settings, defaultSettings].map((one) => settingText(key, one));
    const howTo = schema.description ?? '';
    return { key, title, effect, value: value ?? '', default: standard ?? '', howTo, choices };
  });
}
