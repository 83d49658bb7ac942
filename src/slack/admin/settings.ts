import type { ViewOutput, ViewResponseAction } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { SettingKey } from '../../domain/settings/settings.js';
import { describeError, UserFacingError } from '../../services/errors/index.js';
import {
  changeSetting,
  foreseeSetting,
  type ListedSetting,
  listSettings,
} from '../../services/settings/index.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { fieldError, readFilled, updated } from '../ui/form.js';
import { openWindow } from '../ui/open-window.js';
import { pressed } from '../ui/press.js';
import { replaceView } from '../ui/windows.js';
import { adminOf } from './admin.js';
import { hashOf } from './foreseen.js';
import { actionIds, callbackIds, settingKey, settingMetadata, valueField } from './ids.js';
import { notices } from './notices.js';
import { settingForm } from './setting-form.js';
import { readable, settingsPage } from './settings-page.js';

/** The settings, and the form of each. */
export const registerSettings: Register = (app, slack) => {
  onAction(app, actionIds.settings, (press) =>
    openWindow(press, {
      ...notices.opening(slack, 'the settings', actionIds.settings),
      draw: async () => settingsPage(await settingsFor(slack, press.body.user.id)),
    }),
  );

  onAction(app, actionIds.setting, async (press) => {
    const key = pressed(settingKey, press);
    await openWindow(press, {
      ...notices.opening(slack, 'that setting', actionIds.settings),
      replaces: [],
      draw: async () => {
        const setting = await settingFor(slack, press.body.user.id, key);
        return settingForm({ setting, viewId: press.body.view?.id });
      },
    });
  });

  app.view(callbackIds.setting, async ({ ack, body, view, client }) => {
    const { id: user } = body.user;
    const outcome = await saved(slack, user, view);
    if ('response_action' in outcome) return ack(outcome);
    await ack();
    const { viewId } = settingMetadata.read(view);
    if (viewId === undefined) return;
    await redraw(slack, client, { user, viewId, note: outcome.note });
  });
};

/** Draws the list of settings below the form anew; for a person who is no admin now, what was changed. */
async function redraw(
  slack: SlackContext,
  client: WebClient,
  { user, viewId, note }: { user: string; viewId: string; note: string },
): Promise<void> {
  try {
    const settings = await settingsFor(slack, user).catch((error) => {
      if (error instanceof UserFacingError) return undefined;
      throw error;
    });
    const page = settings ? settingsPage(settings, note) : notices.notice(note);
    await replaceView(client, viewId, page);
  } catch (error) {
    slack.services.log.warn({ user, ...describeError(error) }, 'the settings were not redrawn');
  }
}

/** Saves what the form has, or returns the form's answer: a sentence at its field, or what would change. */
async function saved(
  slack: SlackContext,
  slackUserId: string,
  view: ViewOutput,
): Promise<ViewResponseAction | { note: string }> {
  const { key, viewId, foreseen } = settingMetadata.read(view);
  const value = readFilled(view).get(valueField)?.value ?? 'slack';
  try {
    const { workspaceId, by } = await adminOf(slack, slackUserId);
    const input = { workspaceId, by, key, value };
    // Read before a change, after which the actor may be no admin any more.
    const setting = await settingFor(slack, slackUserId, key);
    const hash = hashOf(value);
    const { cycles } = await foreseeSetting(slack.services, input);
    if (cycles.length > 0 && foreseen !== hash) {
      const entered = { ...setting, value };
      return updated(settingForm({ setting: entered, viewId, foreseen: { cycles, hash } }));
    }
    const { title } = setting;
    const { from, to } = await changeSetting(slack.services, input);
    const [was, is] = [from, to].map((one) => readable({ key, value: one }));
    return { note: from === to ? `*${title}* is ${is} already.` : `*${title}:* ${was} → ${is}` };
  } catch (error) {
    if (error instanceof UserFacingError) return fieldError(valueField, error.message);
    throw error;
  }
}

async function settingsFor(slack: SlackContext, slackUserId: string): Promise<ListedSetting[]> {
  const { workspaceId } = await adminOf(slack, slackUserId);
  return listSettings(slack.services, workspaceId);
}

async function settingFor(
  slack: SlackContext,
  slackUserId: string,
  key: SettingKey,
): Promise<ListedSetting> {
  const settings = await settingsFor(slack, slackUserId);
  const setting = settings.find((one) => one.key === key);
  if (!setting) throw new Error(`the setting ${key} is not listed`);
  return setting;
}
