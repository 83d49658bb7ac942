import { fact, ids, reference, type TableDecision, technical, words } from './terms.js';

/** What two people say and agree on when they talk. */
export const conversationTables = {
  conversation: {
    row: 'That a person and their manager have talked',
    kept: 'cycle',
    people: { person_id: 'goes', manager_id: 'former' },
    columns: {
      ...ids,
      cycle_id: fact('in which review', 'standing'),
      person_id: fact('the report', 'standing'),
      manager_id: fact('the manager', 'pair'),
      held_on: fact('when they talked', 'standing'),
      recorded_at: fact('when it was recorded', 'pair'),
      changed_by: fact('which of the two changed it last', 'pair'),
      confirmed_at: fact('when the other confirmed it', 'pair'),
      comment: words('the report’s comment', 'pair'),
      manager_comment: words('the manager’s comment', 'pair'),
      notes: words('what either of the two wrote down', 'pair'),
      notes_version: technical('counts the changes of the notes'),
      notes_by: fact('which of the two changed the notes last', 'pair'),
    },
  },
  conversation_difference: {
    row: 'A competency that the two still see differently',
    kept: 'cycle',
    people: {},
    columns: {
      ...ids,
      conversation_id: reference('which conversation'),
      competency_key: fact('which competency', 'pair'),
      marked_by: fact('which of the two marked it', 'pair'),
      marked_at: fact('when', 'pair'),
    },
  },
  action_item: {
    row: 'Something the two agreed on',
    kept: 'cycle',
    people: { person_id: 'goes', owner_id: 'handedOn' },
    columns: {
      ...ids,
      conversation_id: reference('in which conversation'),
      person_id: fact('the report whom it is about', 'action'),
      owner_id: fact('whose it is to do', 'action'),
      competency_key: fact('which competency', 'action'),
      what: words('what', 'action'),
      measure: words('how they will see it', 'action'),
      due_on: fact('by when', 'action'),
      state: fact('open, done or dropped', 'action'),
      reason: words('why it was moved or dropped', 'action'),
      times_rescheduled: fact('how often it was moved', 'action'),
      added_by: fact('which of the two noted it', 'action'),
      version: technical('counts the changes'),
      created_at: fact('when it was noted', 'action'),
      closed_at: fact('when it was done or dropped', 'action'),
    },
  },
} as const satisfies Record<string, TableDecision>;
