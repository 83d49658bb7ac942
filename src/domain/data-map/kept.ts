import { fact, identity, ids, reference, type TableDecision, technical, words } from './terms.js';

const seen = { exported: 'seen' } as const;

/** What people keep for later, and what they have typed and not sent. */
export const keptTables = {
  evidence: {
    row: 'Something a person kept for their next check-in',
    kept: 'dated',
    people: { person_id: 'goes' },
    columns: {
      ...ids,
      person_id: reference('whose it is'),
      competency_key: fact('which competency', 'evidence'),
      note: words('what they noted', 'evidence'),
      permalink: identity('the address of the message, never its text', 'evidence'),
      slack_channel_id: identity('the channel of the message', 'author'),
      slack_ts: identity('the message in it', 'author'),
      happened_on: fact('when it happened', 'evidence'),
      created_at: fact('when it was kept', 'author'),
    },
  },
  manager_note: {
    row: 'What a manager keeps about a report for their next view',
    kept: 'dated',
    people: { author_id: 'goes', subject_id: 'goes' },
    columns: {
      ...ids,
      author_id: reference('whose it is'),
      subject_id: fact('whom it is about', 'author', seen),
      note: words('what they noted', 'author', seen),
      happened_on: fact('when it happened', 'author', seen),
      created_at: fact('when it was noted', 'author', seen),
    },
  },
  form_draft: {
    row: 'What a person has typed into a form and not sent',
    kept: 'sent',
    people: { author_id: 'goes' },
    columns: {
      ...ids,
      author_id: reference('whose it is'),
      form: technical('which form, and what it is about'),
      field: technical('which input'),
      text: words('what they typed', 'author'),
      edited_at: technical('when it was typed: a late request loses'),
    },
  },
} as const satisfies Record<string, TableDecision>;
