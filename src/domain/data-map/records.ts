import { fact, ids, reference, shared, type TableDecision, technical } from './terms.js';

const internal = (what: string) => shared(what, 'nobody');

/** What Ladder records by itself: readings, changes and messages. */
export const recordTables = {
  access_log_entry: {
    row: 'That somebody read another person’s words',
    kept: 'cycle',
    people: { reader_id: 'former' },
    columns: {
      ...ids,
      check_in_id: fact('of which check-in', 'log'),
      reader_id: fact('the reader', 'log'),
      surface: fact('where', 'log'),
      read_at: fact('when', 'log'),
    },
  },
  audit_log_entry: {
    row: 'A change by an admin or an operator',
    kept: 'workspace',
    people: { actor_id: 'cleared' },
    columns: {
      ...ids,
      actor_id: fact('the admin', 'admins', { exported: 'no', erased: 'cleared' }),
      operator: shared('the operator’s name on their machine', 'admins'),
      action: shared('what was changed', 'admins'),
      subject: shared('which setting or review', 'admins'),
      before: shared('how it was', 'admins'),
      after: shared('how it is', 'admins'),
      at: shared('when', 'admins'),
    },
  },
  delivery: {
    row: 'A message that a person is to get; ids only, never words',
    kept: 'cycle',
    people: { recipient_id: 'goes', subject_id: 'goes' },
    columns: {
      ...ids,
      key: technical('its reason: kind, review, recipient, subject, step'),
      kind: fact('its kind', 'person'),
      recipient_id: reference('to whom'),
      subject_id: reference('whom or what it is about'),
      cycle_id: reference('which review'),
      step: technical('which step of the plan'),
      state: fact('what became of it', 'person'),
      due_at: technical('from when on it may be sent'),
      expires_at: technical('until when'),
      claim_id: technical('the claim that its post is marked with'),
      claimed_at: technical('when a process took it'),
      sent_at: fact('when it was sent', 'person'),
      attempts: technical('how often it was tried'),
      build_failures: technical('how often making it failed'),
      looked_for_at: technical('when its post was looked for'),
      slack_channel_id: technical('where it was posted'),
      slack_ts: technical('the post'),
      reason: technical('why it was not sent: a code'),
      drawn: technical('a hash of what the post shows'),
      redraw_due_at: technical('from when on it is drawn anew'),
      redraw_claimed_at: technical('when a process took that on'),
      redraw_refused: technical('Slack’s code where it takes no edit'),
      created_at: technical('when it was recorded'),
    },
  },
  workspace_scheduler: {
    row: 'What the processes that send share',
    kept: 'workspace',
    people: {},
    columns: {
      workspace_id: internal('whose workspace it is'),
      planned_at: internal('when somebody last planned'),
      free_at: internal('when the next message may leave'),
      slowdown: internal('how much slower messages go'),
      limited_until: internal('until when Slack asked to wait'),
      refused_because: internal('Slack’s code where it refuses the token'),
      refused_until: internal('when the next message is tried'),
    },
  },
} as const satisfies Record<string, TableDecision>;
