import type { LocalSlack } from '../../../playground/slack/index.js';
import { talked, written } from '../visibility/stages.js';
import { ofPerson } from './requests.js';
import type { Sample } from './samples.js';

/** Typed after the command: what it shows. The first word is the one that is registered. */
function command(text: string, shows: string, more: Partial<Sample> = {}): Sample {
  const [word = ''] = text.split(' ');
  return {
    ...{ kind: 'command', name: word, by: 'Rosa', after: written, works: { shows } },
    request: async (slack, userId) => ({
      kind: 'command',
      payload: {
        command: '/ladder',
        text,
        user_id: userId,
        user_name: 'somebody',
        team_id: slack.state().workspace.id,
        team_domain: slack.state().workspace.domain,
        channel_id: 'C0GENERAL',
        channel_name: 'general',
        api_app_id: 'A0LADDER',
        is_enterprise_install: false,
        ...slack.waysToAnswer(userId),
      },
    }),
    ...more,
  };
}

function event(
  type: string,
  fields: (slack: LocalSlack, userId: string) => object,
  more: Pick<Sample, 'works'> & Partial<Sample>,
): Sample {
  return {
    ...{ kind: 'event', name: type, by: 'Rosa', after: talked },
    request: async (slack, userId) => {
      const team_id = slack.state().workspace.id;
      return {
        kind: 'event',
        payload: {
          type: 'event_callback',
          api_app_id: 'A0LADDER',
          team_id,
          context_team_id: team_id,
          authorizations: [
            { enterprise_id: null, team_id, user_id: 'U0LADDER', is_enterprise_install: false },
          ],
          event: { type, event_ts: '1.000001', ...fields(slack, userId) },
          event_id: 'Ev0GIVEN',
          event_time: 1,
        },
      };
    },
    ...more,
  };
}

/** A user as the event tells of them; their name isn't the one that we keep. */
const changed = (slack: LocalSlack, id: string) => ({
  user: { ...slack.user(id), profile: { display_name: 'Another Name' } },
});

const senior = 'Senior Business Operations Manager';
const open = { isOpen: true };

/** Commands, shortcuts, events, and pickers that load their options. */
export const otherSamples: readonly Sample[] = [
  command('', 'Business Operations Manager'),
  command('senior', senior, { ...open, name: '' }),
  command('execution', 'Execution', { ...open, name: '' }),
  command('about', 'about', open),
  command('admin', 'This round', { by: 'Ada' }),
  command('check-in', 'secret-'),
  command('compare manager senior', senior, open),
  command('evidence', 'secret-'),
  command('help', '/ladder', open),
  command('privacy', 'Who sees what'),
  command('me', 'Business Operations Manager'),
  command('next', senior),
  command('search stakeholders', 'takeholders', open),
  command('team', 'Waiting for their check-in', { by: 'Mika' }),
  {
    ...{ kind: 'shortcut', name: 'evidence.keep', by: 'Rosa', after: written },
    works: { shows: 'evidence.note' },
    request: async (slack, userId) => ({
      kind: 'message_action',
      payload: {
        type: 'message_action',
        callback_id: 'evidence.keep',
        ...ofPerson(slack, userId),
        ...slack.waysToAnswer(userId),
        channel: { id: 'C0GENERAL', name: 'general' },
        message_ts: '1804600000.000100',
        message: { type: 'message', ts: '1804600000.000100', text: 'Well done' },
        action_ts: '1.000001',
      },
    }),
  },
  ...['role.pick_load', 'me.pick_role_load', 'me.role', 'admin.person_role'].map((id): Sample => {
    const name = '/^(role\\.pick|me\\.pick_role)_load$|^(me\\.|me\\.report_|admin\\.person_)role$/';
    return option(id, name, senior, id.startsWith('role'));
  }),
  option('role.compare_with_load', 'role.compare_with_load', 'My role', true),
  option('role.pick_competency_load', 'role.pick_competency_load', 'Execution', true),
  event('app_home_opened', (_, user) => ({ user, channel: 'D0GIVEN', tab: 'home' }), {
    works: { shows: 'Business Operations Manager' },
  }),
  event('app_uninstalled', () => ({}), { works: 'changes', isNobodys: true }),
  event('tokens_revoked', () => ({ tokens: { oauth: ['U0ROSA'], bot: ['U0LADDER'] } }), {
    ...{ works: 'changes', isNobodys: true },
  }),
  event('user_change', changed, { works: 'changes' }),
  event('team_join', changed, { works: 'changes', by: { id: 'U0NEWCOMER' } }),
];

function option(actionId: string, name: string, shows: string, isOpen: boolean): Sample {
  return {
    ...{ kind: 'option', name, by: 'Rosa', after: written, works: { shows }, isOpen },
    request: async (slack, userId) => ({
      kind: 'block_suggestion',
      payload: {
        type: 'block_suggestion',
        ...ofPerson(slack, userId),
        container: { type: 'message', channel_id: 'C0GENERAL', message_ts: '1.000001' },
        action_id: actionId,
        block_id: 'given',
        value: '',
      },
    }),
  };
}
