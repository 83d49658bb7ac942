import type { Topic } from '../domain/role/topics.js';
import type { CommandHandler } from './bolt/command/command.js';
import { actionItems, availability, conversation, pay, settings } from './topic-answers.js';

/** A page of the product, and what answers for it: the handler of a command's word, or its own. */
export interface ProductTopic extends Topic {
  answeredBy: string | CommandHandler;
}

/** What people type for the product's own pages, with a command's word or without one. */
export const topics: readonly ProductTopic[] = [
  {
    answeredBy: 'help',
    phrases: [
      ...['commands', 'command list', 'usage', 'manual', 'man', 'instructions', 'guide', 'faq'],
      ...['what can I do', 'what can you do', 'how does this work', 'how does it work', 'work'],
      ...['hi', 'hello', 'hey', 'hallo', 'thanks', 'thank you', 'support', 'options'],
      ...['hilfe', 'aide', 'ayuda', 'ajuda', 'aiuto', 'hulp', 'hjälp', 'hjælp', 'hjelp', 'apua'],
      ...['pomoc', 'pomoč', 'yardım', 'segítség', 'ajutor', 'помощь', 'допомога', 'βοήθεια'],
      ...[
        '帮助',
        '幫助',
        'ヘルプ',
        '助けて',
        '도움말',
        'مساعدة',
        'עזרה',
        'मदद',
        'bantuan',
        'trợ giúp',
      ],
    ],
  },
  {
    answeredBy: '',
    phrases: [
      ...['home', 'overview', 'dashboard', 'status', 'my status', 'where do I stand', 'stand'],
      ...['deadline', 'due', 'due date', 'dates', 'schedule', 'cycle', 'quarter', 'start', 'menu'],
      ...['review', 'next review', 'next cycle', 'next check-in'],
    ],
  },
  {
    answeredBy: 'next',
    phrases: [
      ...['next role', 'next rung', 'next level', 'next step', 'next job', 'next title', 'my next'],
      ...['promotion', 'promoted', 'promote', 'grow', 'growth', 'advance', 'move up', 'level up'],
      ...['what comes next', 'comes next', 'come next', 'after my role', 'career path', 'career'],
    ],
  },
  {
    answeredBy: 'me',
    phrases: [
      ...['profile', 'account', 'history', 'ratings', 'past', 'past reviews', 'previous reviews'],
      ...['results', 'progress', 'chart', 'old check-ins', 'past check-ins', 'time in role'],
    ],
  },
  {
    answeredBy: 'check-in',
    phrases: [
      ...['self review', 'self assessment', 'self evaluation', 'assessment', 'questionnaire'],
      ...['form', 'fill in', 'draft', 'my draft', 'submit', 'start check-in', 'begin', 'check'],
      ...['my check-in', 'checking in', 'checkins'],
    ],
  },
  {
    answeredBy: 'evidence',
    phrases: [
      ...['note', 'notes', 'kept', 'keep', 'keep something', 'what I kept', 'achievements', 'wins'],
      ...['brag', 'accomplishments', 'examples', 'proof', 'journal', 'save', 'remember'],
    ],
  },
  {
    answeredBy: 'team',
    phrases: [
      ...['my team', 'reports', 'my reports', 'direct reports', 'my people', 'digest', 'nudge'],
      ...['give my view', 'my view', 'view', 'views', 'people'],
    ],
  },
  {
    answeredBy: 'admin',
    phrases: [
      ...['administration', 'admin page', 'run the reviews', 'run reviews', 'manage reviews'],
      ...['who has not begun', 'who is missing', 'cadence', 'working days', 'days off'],
    ],
  },
  {
    answeredBy: 'compare',
    phrases: ['comparison', 'difference', 'differences', 'diff', 'versus'],
  },
  { answeredBy: 'search', phrases: ['find', 'look for', 'look up', 'lookup', 'searching'] },
  {
    answeredBy: 'about',
    phrases: ['what is this', 'ladder', 'what is ladder', 'framework', 'version', 'info'],
  },
  {
    answeredBy: actionItems,
    phrases: [
      ...['action', 'actions', 'action item', 'action items', 'todo', 'to do', 'to-do', 'todos'],
      ...['task', 'tasks', 'goal', 'goals', 'agreed', 'agreements', 'commitments', 'next actions'],
    ],
  },
  {
    answeredBy: availability,
    phrases: [
      ...['away', 'snooze', 'vacation', 'holiday', 'holidays', 'ooo', 'out of office', 'pto'],
      ...['leave', 'parental leave', 'sick', 'absent', 'absence', 'pause', 'mute', 'quiet', 'stop'],
      ...['unsubscribe', 'remind me later', 'reminder', 'reminders', 'remind', 'later', 'back'],
      ...['notifications', 'messages', 'do not disturb', 'dnd', 'time off'],
    ],
  },
  {
    answeredBy: conversation,
    phrases: [
      ...['brief', 'briefs', 'my brief', 'conversation', 'conversations', 'talk', 'meeting', '1:1'],
      ...[
        'one on one',
        '1 on 1',
        'record',
        'record conversation',
        'our conversation',
        'discussion',
      ],
      ...['feedback from my manager', "my manager's view", 'manager view'],
    ],
  },
  {
    answeredBy: settings,
    phrases: [
      ...['settings', 'setting', 'preferences', 'prefs', 'config', 'configure', 'setup', 'edit'],
      ...['change my role', 'change role', 'set my role', 'set role', 'wrong role', 'my manager'],
      ...['change manager', 'change my manager', 'set manager', 'wrong manager', 'about you'],
    ],
  },
  {
    answeredBy: 'privacy',
    phrases: [
      ...['export', 'download', 'csv', 'pdf', 'print', 'backup', 'delete', 'delete my data'],
      ...['data', 'my data', 'gdpr', 'privacy', 'private', 'who can see', 'who sees', 'visible'],
      ...['can see', 'sees', 'read my check-in', 'confidential', 'see what I write'],
    ],
  },
  {
    answeredBy: pay,
    phrases: ['salary', 'pay', 'raise', 'bonus', 'compensation', 'money', 'pay rise', 'wage'],
  },
];
