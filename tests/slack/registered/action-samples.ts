import { problemMetadata } from '../../../src/slack/admin/ids.js';
import { differenceMetadata, recordMetadata } from '../../../src/slack/conversation/input.js';
import { pieceBlock } from '../../../src/slack/evidence/ids.js';
import { blockIds, choiceValues } from '../../../src/slack/questionnaire/block-ids.js';
import { answerValue } from '../../../src/slack/questionnaire/summary-blocks.js';
import { compareBlockId } from '../../../src/slack/role/pages/choose-role.js';
import { searchField } from '../../../src/slack/role/pages/search-view.js';
import { encodePlace } from '../../../src/slack/role/place.js';
import { nudgeValue } from '../../../src/slack/team/ids.js';
import { pageValue } from '../../../src/slack/ui/cursor.js';
import { assessed, sent, talked, written } from '../visibility/stages.js';
import { type GivenWindow, interaction } from './requests.js';
import type { RosasThings, Sample } from './samples.js';

interface Pressed {
  actionId?: string;
  blockId?: string;
  value?: string;
  selected_option?: { value: string };
  selected_user?: string;
  window?: GivenWindow;
}

type More = Pick<Sample, 'works'> & Partial<Sample>;

/** Something that is pressed or chosen; where the name is a pattern, its action id comes along. */
function action(name: string, pressed: (things: RosasThings) => Pressed, more: More): Sample {
  return {
    ...{ kind: 'action', name, by: 'Rosa', after: written },
    request: async (slack, userId, things) => ({
      kind: 'block_actions',
      payload: await interaction(slack, userId, { actionId: name, ...pressed(things) }),
    }),
    ...more,
  };
}

const chosen = (value: string) => ({ selected_option: { value } });
const senior = encodePlace({ page: 'role', role: 'senior' });
const start = { section: 0, piece: 0 };
const shows = (text: string, more: Partial<Sample> = {}): More => ({
  works: { shows: text },
  ...more,
});
const changes = (more: Partial<Sample> = {}): More => ({
  works: 'changes',
  isRosas: true,
  ...more,
});
const secrets = (more: Partial<Sample> = {}) => shows('secret-', { isRosas: true, ...more });
const open = { isOpen: true };
const mika = { by: 'Mika', after: talked, isRosas: true } as const;
/** A day later the report has been notified of the record. */
const told = [...talked, { does: 'wait', days: 1 }] as const;
const rosa = { after: talked, isRosas: true } as const;
const rosaTalked = { after: talked } as const;

const checkInPage = ({ checkIn }: RosasThings): GivenWindow => ({
  callbackId: 'check_in.page',
  metadata: JSON.stringify({ checkInId: checkIn, page: 0 }),
  values: {
    [blockIds.choice('execution')]: { 'check_in.choose': chosen(choiceValues.rating('past-self')) },
    [blockIds.text('execution')]: { 'check_in.type': { value: 'Other words' } },
  },
});
const checkInLast = ({ checkIn }: RosasThings): GivenWindow => ({
  callbackId: 'check_in.last_page',
  metadata: JSON.stringify({ checkInId: checkIn, page: 2 }),
  values: {
    'last_page:proud_of': { 'check_in.proud_of': { value: 'Other words' } },
    'last_page:next': { 'check_in.next': chosen('stay') },
    'last_page:needs': { 'check_in.needs': { value: 'Other words' } },
    'last_page:kept': { 'check_in.kept': chosen('none') },
  },
});
const viewPage = ({ assessment }: RosasThings): GivenWindow => ({
  callbackId: 'assessment.page',
  metadata: JSON.stringify({ assessmentId: assessment, page: 0 }),
  values: {
    [blockIds.choice('execution')]: {
      'assessment.choose': chosen(choiceValues.rating('past-view')),
    },
    [blockIds.text('execution')]: { 'assessment.type': { value: 'Other words' } },
  },
});
const viewLast = ({ assessment }: RosasThings): GivenWindow => ({
  callbackId: 'assessment.last_page',
  metadata: JSON.stringify({ assessmentId: assessment, page: 2 }),
  values: { 'last_page:summary': { 'assessment.summary': { value: 'Other words' } } },
});
const list: GivenWindow = {
  callbackId: 'evidence.list',
  metadata: JSON.stringify({ page: 0, all: false }),
};
const problemList: GivenWindow = {
  callbackId: 'admin.problem_list',
  metadata: problemMetadata.write({ kind: 'failed', page: 0 }),
};
const differences = ({ checkIn }: RosasThings): GivenWindow => ({
  callbackId: 'conversation.differences',
  metadata: differenceMetadata.write({ checkInId: checkIn }),
});
const typedNote: GivenWindow = {
  callbackId: 'evidence.form',
  values: {
    'draft:evidence.form:new:evidence.note': { 'evidence.note': { value: 'Other words' } },
  },
};
const sentNotice = ({ checkIn }: RosasThings): GivenWindow => ({
  callbackId: 'check_in.notice',
  metadata: JSON.stringify({ checkInId: checkIn, page: 0 }),
});
const view = { by: 'Mika', after: assessed } as const;

/** Buttons, pickers, and fields that tell what is typed. */
export const actionSamples: readonly Sample[] = [
  action(
    '/^brief\\.open(:\\d+)?$/',
    (x) => ({ actionId: 'brief.open', value: x.checkIn }),
    secrets(rosa),
  ),
  action(
    '/^brief\\.open(:\\d+)?$/',
    (x) => ({ actionId: 'brief.open:0', value: x.checkIn }),
    secrets(mika),
  ),
  action(
    '/^brief\\.page:/',
    (x) => ({
      actionId: 'brief.page:1',
      value: pageValue.write(x.checkIn, start),
    }),
    secrets(mika),
  ),
  action(
    '/^draft:/',
    (x) => ({
      ...{ actionId: 'conversation.comment_text', value: 'Other words' },
      blockId: `draft:conversation.comment:${x.conversation}:conversation.comment_text`,
    }),
    changes(rosa),
  ),
  action(
    '/^evidence.page:/',
    () => ({ actionId: 'evidence.page:0', value: '0', window: list }),
    shows('secret-'),
  ),
  action(
    '/^history\\.page:/',
    (x) => ({
      actionId: 'history.page:1',
      value: pageValue.write(x.person, start),
    }),
    shows('Rated-', mika),
  ),
  action('/^me\\.pick_role(_load)?$/', () => ({ actionId: 'me.pick_role', ...chosen('senior') }), {
    works: 'changes',
  }),
  action(
    '/^role\\.compare_with(_load)?$/',
    () => ({
      actionId: 'role.compare_with',
      blockId: compareBlockId('manager'),
      ...chosen('senior'),
    }),
    shows('Senior', open),
  ),
  action(
    '/^role\\.pick(_load)?$/',
    () => ({ actionId: 'role.pick_load', ...chosen('senior') }),
    shows('Senior', open),
  ),
  action(
    '/^role\\.pick_competency(_load)?$/',
    () => ({ actionId: 'role.pick_competency', blockId: senior, ...chosen('execution') }),
    shows('Senior', open),
  ),
  action(
    '/^role\\.search_more:/',
    () => ({
      actionId: 'role.search_more:1',
      value: '0.0',
      window: {
        callbackId: 'role.search',
        values: { [searchField.block]: { [searchField.action]: { value: 'stakeholders' } } },
      },
    }),
    shows('takeholders', open),
  ),
  action(
    '/^role\\.show:/',
    () => ({ actionId: `role.show:${senior}`, value: senior }),
    shows('Senior', open),
  ),
  action(
    '/^team.page:/',
    () => ({ actionId: 'team.page:0', value: '0' }),
    shows('Waiting for their check-in', { by: 'Mika' }),
  ),
  action(
    '/^privacy.data_page:/',
    () => ({ actionId: 'privacy.data_page:on', value: '0' }),
    shows('where you may see it now', rosaTalked),
  ),
  action(
    '/^privacy.readings_page:/',
    () => ({ actionId: 'privacy.readings_page:on', value: '0' }),
    shows('Who has read yours', rosaTalked),
  ),
  action('admin.open', () => ({}), shows('This round', { by: 'Ada' })),
  action(
    'admin.unfinished',
    ({ cycle }) => ({ value: cycle }),
    shows('Begun, not sent', { by: 'Ada' }),
  ),
  action(
    'admin.nudge',
    ({ cycle }) => ({ value: cycle }),
    shows('Show whom it asks', { by: 'Ada' }),
  ),
  action('admin.problems', () => ({}), shows('have no role yet', { by: 'Ada' })),
  action(
    '/^admin.problem:/',
    () => ({ actionId: 'admin.problem:no_role:0', value: 'no_role:0' }),
    shows('Kit Newcomer', { by: 'Ada' }),
  ),
  ...['send_again', 'let_go'].map((does) =>
    action(
      `admin.${does}`,
      ({ message }) => ({ value: message, window: problemList }),
      shows('Nothing is changed', { by: 'Ada' }),
    ),
  ),
  action(
    'admin.send_all_again',
    ({ person }) => ({ value: person, window: problemList }),
    shows('0 messages sent again', { by: 'Ada' }),
  ),
  action('admin.leave_out', ({ person }) => ({ value: person, window: problemList }), {
    by: 'Ada',
    works: 'changes',
  }),
  action('admin.settings', () => ({}), shows('Working hours', { by: 'Ada' })),
  action('admin.setting', () => ({ value: 'cadence' }), shows('Usually quarterly', { by: 'Ada' })),
  ...['yes', 'no'].map((answer) =>
    action(
      `me.place_${answer}`,
      ({ placeRequest }) => ({ value: placeRequest }),
      changes({ by: 'Mika' }),
    ),
  ),
  action(
    'me.report_role_open',
    ({ person }) => ({ value: person }),
    shows('can change it', { by: 'Mika', isRosas: true }),
  ),
  action('me.claim', () => ({}), shows('Who reports to you?', { by: 'Mika' })),
  ...['yes', 'no'].map((answer) =>
    action(`me.claim_${answer}`, ({ claim }) => ({ value: claim }), changes()),
  ),
  action('admin.import_from_slack', () => ({}), shows('0 new, 0 changed', { by: 'Ada' })),
  action('admin.people', () => ({}), shows('Find somebody', { by: 'Ada' })),
  action(
    'admin.person_find',
    () => ({ selected_user: 'U0ROSA' }),
    shows('No admin', { by: 'Ada' }),
  ),
  action('admin.person', () => ({ value: 'U0ROSA' }), shows('No admin', { by: 'Ada' })),
  ...['add', 'remove'].map((does) =>
    action(
      `admin.person_admin_${does}`,
      ({ person }) => ({ value: person }),
      shows('The admins are now', { by: 'Ada' }),
    ),
  ),
  action('admin.leavers', () => ({}), shows('Who has left', { by: 'Ada' })),
  action(
    '/^admin.leavers_page:/',
    () => ({ actionId: 'admin.leavers_page:on', value: '1' }),
    shows('Who has left', { by: 'Ada' }),
  ),
  action(
    'admin.person_erase',
    () => ({ value: 'U0ROSA' }),
    shows('They are still here', { by: 'Ada' }),
  ),
  action('admin.reviews', () => ({}), shows('Add a review', { by: 'Ada' })),
  action('admin.ladder', () => ({}), shows('people stand on its roles', { by: 'Ada' })),
  action('admin.import', () => ({}), shows('A CSV file with the columns', { by: 'Ada' })),
  action('admin.review_add', () => ({}), shows('What people read', { by: 'Ada' })),
  ...['move', 'close', 'cancel', 'exclude'].map((does) =>
    action(
      `admin.review_${does}`,
      ({ cycle }) => ({ value: cycle }),
      shows('Q1 2027', { by: 'Ada' }),
    ),
  ),
  action('action.done', (x) => ({ value: x.action }), changes(rosa)),
  action('action.drop', (x) => ({ value: x.action }), secrets(rosa)),
  action('action.list', (x) => ({ value: x.person }), secrets(mika)),
  action('action.move', (x) => ({ value: x.action }), secrets(mika)),
  action(
    'assessment.choose',
    (x) => ({ ...chosen('rating:past-view'), window: viewPage(x) }),
    changes(view),
  ),
  action('assessment.go', (x) => ({ value: '1', window: viewPage(x) }), changes(view)),
  action('assessment.open', (x) => ({ value: x.person }), changes({ by: 'Mika', after: sent })),
  action(
    'assessment.read_all',
    (x) => ({ value: answerValue.write({ id: x.assessment, page: 0 }) }),
    secrets(view),
  ),
  action('assessment.summary', (x) => ({ window: viewLast(x) }), changes(view)),
  action('assessment.type', (x) => ({ window: viewPage(x) }), changes(view)),
  action('check_in.add_note', (x) => ({ value: x.checkIn }), shows('check_in.note_text', rosa)),
  action('check_in.choose', (x) => ({ window: checkInPage(x) }), changes()),
  action('check_in.go', (x) => ({ value: '1', window: checkInPage(x) }), changes()),
  action('check_in.kept', (x) => ({ window: checkInLast(x) }), changes()),
  action('check_in.needs', (x) => ({ window: checkInLast(x) }), changes()),
  action('check_in.next', (x) => ({ window: checkInLast(x) }), changes()),
  action('check_in.open', () => ({}), shows('secret-')),
  action('check_in.proud_of', (x) => ({ window: checkInLast(x) }), changes()),
  action(
    'check_in.read_all',
    (x) => ({ value: answerValue.write({ id: x.checkIn, page: 0 }) }),
    secrets(),
  ),
  action('check_in.reopen', (x) => ({ window: sentNotice(x) }), changes({ after: sent })),
  action('check_in.restart', (x) => ({ window: checkInPage(x) }), changes()),
  action('check_in.type', (x) => ({ window: checkInPage(x) }), changes()),
  action('check_in.unsent', () => ({}), shows('did not send')),
  action('conversation.add', (x) => ({ value: x.checkIn }), shows('conversation.what', mika)),
  action(
    'conversation.agrees',
    (x) => ({ value: 'execution', window: differences(x) }),
    shows('We still see it differently', mika),
  ),
  action('conversation.back', (x) => ({ value: x.checkIn }), secrets(mika)),
  action('conversation.comment', (x) => ({ value: x.conversation }), secrets(rosa)),
  action('conversation.confirm', (x) => ({ value: x.conversation }), changes({ after: told })),
  action('conversation.day', (x) => ({ value: x.checkIn }), shows('conversation.held_on', mika)),
  action(
    'conversation.edit',
    (x) => ({
      value: x.action,
      window: {
        callbackId: 'conversation.record',
        metadata: recordMetadata.write({ checkInId: x.checkIn }),
      },
    }),
    secrets(mika),
  ),
  action(
    'conversation.differences',
    (x) => ({ value: x.checkIn }),
    shows('We still see it differently', mika),
  ),
  action(
    'conversation.differs',
    (x) => ({ value: 'execution', window: differences(x) }),
    changes(mika),
  ),
  action('conversation.notes', (x) => ({ value: x.checkIn }), secrets(mika)),
  action('conversation.record', (x) => ({ value: x.checkIn }), secrets(mika)),
  action('conversation.record', (x) => ({ value: x.checkIn }), secrets(rosa)),
  action('draft.clear', () => ({ window: typedNote }), { works: 'changes' }),
  action('evidence.add', () => ({ window: list }), shows('evidence.note')),
  action('evidence.delete', (x) => ({ value: x.evidence, window: list }), changes()),
  action('evidence.edit', (x) => ({ value: x.evidence, window: list }), secrets()),
  action(
    'evidence.move',
    (x) => ({ blockId: pieceBlock(x.evidence), ...chosen('impact'), window: list }),
    changes(),
  ),
  action('evidence.open', () => ({}), shows('secret-')),
  action('evidence.reach', () => ({ window: list }), shows('secret-')),
  action('evidence.use', (x) => ({ value: x.evidence, window: checkInPage(x) }), changes()),
  action(
    '/^framework\\.change_page:/',
    (x) => ({ actionId: 'framework.change_page:0', value: pageValue.write(x.version, start) }),
    shows('nothing in it has changed'),
  ),
  action(
    'framework.open_change',
    (x) => ({ value: x.version }),
    shows('nothing in it has changed'),
  ),
  action('history.chart', (x) => ({ value: x.person }), shows('rating', mika)),
  action('history.open', (x) => ({ value: x.person }), shows('rating', mika)),
  action('home.refresh', () => ({}), shows('Business Operations Manager')),
  action(
    'manager_note.add',
    (x) => ({ value: x.person }),
    shows('manager_note.note', { by: 'Mika', isRosas: true }),
  ),
  action('manager_note.delete', (x) => ({ value: x.managerNote }), changes({ by: 'Mika' })),
  action(
    'manager_note.remove',
    (x) => ({ value: x.managerNote, window: viewPage(x) }),
    changes(view),
  ),
  action('manager_note.use', (x) => ({ value: x.managerNote, window: viewPage(x) }), changes(view)),
  action('me.open', () => ({}), shows('me.manager')),
  action('privacy.data', () => ({}), shows('where you may see it now', rosaTalked)),
  action('privacy.data_file', () => ({}), shows('The file is in your messages', rosaTalked)),
  action('privacy.open', () => ({}), shows('Who has read yours', rosaTalked)),
  action('privacy.readings', () => ({}), shows('Who has read yours', rosaTalked)),
  action('quiet.away', () => ({}), shows('quiet.through')),
  action('quiet.back', () => ({}), shows('Welcome back')),
  action('quiet.snooze', () => ({ ...chosen('tomorrow') }), { works: 'changes' }),
  action('role.against_mine', () => ({ value: 'senior' }), shows('Senior')),
  action('role.help', () => ({}), shows('/ladder', open)),
  action('role.mine_in', () => ({ value: 'execution' }), shows('Execution')),
  action('role.my_next', () => ({}), shows('Senior')),
  action('role.open', () => ({ value: senior }), shows('Senior', open)),
  action('role.overview', () => ({}), shows('Business Operations Manager')),
  action('role.search_open', () => ({}), shows('role.search_words', open)),
  action('role.share', () => ({ value: senior }), shows('Share this with everybody here?')),
  action('role.share_now', () => ({ value: senior }), shows('Senior')),
  action('role.take_back', () => ({ value: 'U0TEO' }), shows('who shared this')),
  action(
    'team.nudge',
    (x) => ({ value: nudgeValue.write('home', x.person) }),
    changes({ by: 'Mika' }),
  ),
  action('team.report', (x) => ({ value: x.person }), secrets({ by: 'Mika' })),
  action(
    'team.below',
    (x) => ({ value: x.person }),
    shows('isn’t open to you', { by: 'Mika', isRosas: true }),
  ),
  action('team.open', () => ({}), shows('Waiting for their check-in', { by: 'Mika' })),
];
