import type { ModalView } from '@slack/types';
import type { ListedSetting } from '../../services/settings/index.js';
import { button, context, escapeMrkdwn, mention, section } from '../ui/blocks.js';
import { modal } from '../ui/modal.js';
import { actionIds, callbackIds } from './ids.js';

/** A section has 3,000 characters; days off may be more. */
const longestValue = 600;

/** All settings with their values, each with the button that changes it. `note` is mrkdwn. */
export function settingsPage(settings: readonly ListedSetting[], note?: string): ModalView {
  return modal({
    callbackId: callbackIds.admin,
    title: 'Settings',
    blocks: [
      ...(note === undefined ? [] : [section(note)]),
      ...settings.map((setting) =>
        section(`*${setting.title}:* ${valueText(setting)}\n${setting.effect}`, {
          accessory: button({
            text: 'Change',
            actionId: actionIds.setting,
            value: setting.key,
            label: `Change: ${setting.title}`,
          }),
        }),
      ),
      context('Each change is recorded with who made it, when, from what and to what.'),
    ],
  });
}

/** The value for people: admins by their names, and what it is by default where it was changed. */
function valueText({ key, value, default: usual }: ListedSetting): string {
  const shown = shortened(readable({ key, value }));
  return value === usual ? shown : `${shown} (usually ${readable({ key, value: usual })})`;
}

/** A value as people read it, in mrkdwn. */
export function readable({ key, value }: Pick<ListedSetting, 'key' | 'value'>): string {
  if (key === 'admins' && value !== 'slack') return value.split(',').map(mention).join(', ');
  if (key === 'admins') return 'the owners and admins in Slack';
  if (key === 'first_month') return monthName(Number(value));
  // The names of time zones have such signs of their own.
  const words = key === 'country_hours' ? value : value.replaceAll('_', '-');
  return escapeMrkdwn(words.replaceAll(',', ', '));
}

function monthName(month: number): string {
  const format = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });
  return format.format(new Date(Date.UTC(2027, month - 1)));
}

function shortened(text: string): string {
  if (text.length <= longestValue) return text;
  return `${text.slice(0, text.lastIndexOf(', ', longestValue))} …`;
}
