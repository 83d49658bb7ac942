import type { InputBlock, ModalView } from '@slack/types';
import { expiredText } from '../../services/retention/index.js';
import type {
  ForeseenSetting,
  ListedSetting,
  TotalsChange,
} from '../../services/settings/index.js';
import {
  count,
  dayText,
  escapeMrkdwn,
  type KnownBlock,
  option,
  plainSection,
  plainText,
  section,
  select,
} from '../ui/blocks.js';
import { field, textInput } from '../ui/form.js';
import { modal } from '../ui/modal.js';
import { callbackIds, settingMetadata, valueField } from './ids.js';

/** Slack's limit for a text field. */
const longestText = 3000;

type Foreseen = Pick<ForeseenSetting, 'cycles' | 'totals' | 'expired'>;

export interface SettingForm {
  setting: ListedSetting;
  /** The list of settings below the form. */
  viewId: string | undefined;
  /** What a value would do, and the value's hash: the form asks for a confirmation. */
  foreseen?: Foreseen & { hash: string };
  /** Why the value can't be. */
  problem?: string;
}

/** The form of one setting, with what it does. */
export function settingForm({ setting, viewId, foreseen, problem }: SettingForm): ModalView {
  const { key, title, effect } = setting;
  const metadata = { key, viewId, foreseen: foreseen?.hash };
  return modal({
    callbackId: callbackIds.setting,
    title: 'Change a setting',
    submit: foreseen ? 'Change it' : 'Save',
    close: 'Cancel',
    metadata: settingMetadata.write(metadata),
    blocks: [
      section(effect),
      ...(problem === undefined ? [] : [plainSection(problem)]),
      ...(foreseen ? previewBlocks(foreseen) : []),
      field({
        blockId: valueField,
        label: title,
        optional: key === 'admins',
        hint: hintOf(setting),
        element: inputOf(setting),
      }),
    ],
  });
}

function inputOf({ key, value, choices }: ListedSetting): InputBlock['element'] {
  if (choices) {
    const options = choices.map((choice) => option(choice.replaceAll('_', '-'), choice));
    return select({ actionId: valueField, placeholder: 'Pick one', options, chosen: value });
  }
  if (key === 'admins') {
    return {
      type: 'multi_users_select',
      action_id: valueField,
      placeholder: plainText('The owners and admins in Slack'),
      ...(value !== 'slack' && { initial_users: value.split(',') }),
    };
  }
  const text = value.length > longestText ? '' : value;
  return textInput(valueField, text, { multiline: key === 'days_off', longest: longestText });
}

function hintOf({ key, default: usual, howTo, choices }: ListedSetting): string {
  if (key === 'admins') return "Nobody chosen: the workspace's owners and admins in Slack.";
  const usually = `Usually ${usual.replaceAll('_', '-')}.`;
  return choices ? usually : `${howTo} ${usually}`;
}

/** What comes of it for the reviews that are planned, for what is sent, and for what is kept. */
function previewBlocks({ cycles, totals, expired }: Foreseen): KnownBlock[] {
  const lines = cycles.slice(0, mostCycles).map(({ name, before, after }) => {
    const cycle = `*${escapeMrkdwn(name)}*`;
    if (!after) return `${cycle} comes no more.`;
    const dates = `check-ins from ${dayText(after.opensOn)}, due ${dayText(after.dueOn)}, review on ${dayText(after.reviewOn)}`;
    return before ? `${cycle} moves: ${dates}.` : `${cycle} comes new: ${dates}.`;
  });
  const sent = totals.slice(0, mostCycles).map(({ name, before, after }) => {
    return `*${escapeMrkdwn(name)}* sends ${totalText(after)}; until now ${totalText(before)}.`;
  });
  return [
    ...(lines.length > 0
      ? [section(`*This changes the reviews that are planned.*\n${lines.join('\n')}`)]
      : []),
    ...(sent.length > 0 ? [section(`*This changes what is sent.*\n${sent.join('\n')}`)] : []),
    ...(expired.length > 0
      ? [section(`*The next night then erases, for good:*\n${expiredText(expired)}.`)]
      : []),
  ];
}

function totalText(totals: TotalsChange['after']): string {
  if (!totals) return 'nothing';
  return `${count(totals.messages, 'message')} to ${count(totals.people, 'person', 'people')}`;
}

const mostCycles = 8;
