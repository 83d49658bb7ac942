import type { ViewOutput, ViewResponseAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { settingDefinitions, withTitles } from '../../domain/settings/definitions.js';
import type { SettingKey } from '../../domain/settings/settings.js';
import { describeError, UserFacingError } from '../../services/errors/index.js';
import {
  changeSetting,
  changesMuch,
  checkSetting,
  foreseeSetting,
  type ListedSetting,
  listSettings,
} from '../../services/settings/index.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { failureText } from '../ui/failure-text.js';
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
    const { viewId } = settingMetadata.read(view);
    const outcome = await checked(slack, user, view);
    if ('response_action' in outcome) return ack(outcome);
    if ('note' in outcome) {
      await ack();
      return redraw(slack, client, { user, viewId, note: outcome.note });
    }
    // Messages, or what is old enough to go, are counted over all people, which may take longer than Slack waits.
    await ack(updated(notices.notice('One moment, I am looking what that changes.')));
    const shown = await counted(slack, user, outcome);
    await replaceView(client, view.id, shown.view);
    if (shown.note) await redraw(slack, client, { user, viewId, note: shown.note });
  });
};

/** Draws the list of settings below the form anew; for a person who is no admin now, what was changed. */
async function redraw(
  slack: SlackContext,
  client: WebClient,
  { user, viewId, note }: { user: string; viewId: string | undefined; note: string },
): Promise<void> {
  if (viewId === undefined) return;
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

/** A value that was entered and can be. */
interface Entered {
  setting: ListedSetting;
  value: string;
  viewId: string | undefined;
}

/**
 * Saves what the form has. Returns a sentence at its field where it can't be, and what was entered where
 * its effect is to be shown first.
 */
async function checked(
  slack: SlackContext,
  slackUserId: string,
  view: ViewOutput,
): Promise<ViewResponseAction | { note: string } | Entered> {
  const { key, viewId, foreseen } = settingMetadata.read(view);
  const value = readFilled(view).get(valueField)?.value ?? 'slack';
  try {
    const input = { ...(await adminOf(slack, slackUserId)), key, value };
    // Read before a change, after which the actor may be no admin any more.
    const setting = await settingFor(slack, slackUserId, key);
    const { from, to } = await checkSetting(slack.services, input);
    const isShown = foreseen === hashOf(value) || from === to;
    const { sends, keeps } = settingDefinitions[key];
    if ((sends || keeps) && !isShown) return { setting, value, viewId };
    return { note: await change(slack, slackUserId, { setting, value }) };
  } catch (error) {
    if (error instanceof UserFacingError) return fieldError(valueField, withTitles(error.message));
    throw error;
  }
}

async function change(
  slack: SlackContext,
  slackUserId: string,
  { setting: { key, title }, value }: Pick<Entered, 'setting' | 'value'>,
): Promise<string> {
  const input = { ...(await adminOf(slack, slackUserId)), key, value };
  const { from, to } = await changeSetting(slack.services, input);
  const [was, is] = [from, to].map((one) => readable({ key, value: one }));
  return from === to ? `*${title}* is ${is} already.` : `*${title}:* ${was} → ${is}`;
}

/** The form with what the value would do; where it does nothing that is to be shown, it is saved. */
async function counted(
  slack: SlackContext,
  slackUserId: string,
  entered: Entered,
): Promise<{ view: ModalView; note?: string }> {
  const { setting, value, viewId } = entered;
  const form = { setting: { ...setting, value }, viewId };
  try {
    const input = { ...(await adminOf(slack, slackUserId)), key: setting.key, value };
    const foreseen = await foreseeSetting(slack.services, input);
    if (changesMuch(foreseen)) {
      return { view: settingForm({ ...form, foreseen: { ...foreseen, hash: hashOf(value) } }) };
    }
    const note = await change(slack, slackUserId, entered);
    return { view: notices.notice(note), note };
  } catch (error) {
    const what = "I couldn't change that setting";
    const problem = failureText(slack.services.log, error, { what, user: slackUserId });
    return { view: settingForm({ ...form, problem: withTitles(problem) }) };
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
