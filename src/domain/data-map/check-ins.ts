import { fact, ids, rating, reference, type TableDecision, technical, words } from './terms.js';

const edited = technical('when it was typed: a late request loses');
const seen = { exported: 'seen' } as const;

/** What people write before they talk. */
export const checkInTables = {
  check_in: {
    row: 'A person’s check-in in a review',
    kept: 'cycle',
    people: { person_id: 'goes' },
    columns: {
      ...ids,
      cycle_id: fact('which review', 'standing'),
      person_id: reference('whose it is'),
      framework_version_id: fact('the version of the ladder that it was asked by', 'checkIn'),
      role_key: fact('the role that it was asked by', 'checkIn'),
      state: fact('draft or sent', 'standing'),
      page: technical('the page to resume at'),
      proud_of: words('what they are proud of', 'checkIn'),
      next: fact('what they want next: stay, grow, or another path', 'checkIn'),
      needs: words('what they need from their manager', 'checkIn'),
      kept_going_along: fact('how much of what they kept goes along', 'author'),
      last_page_edited_at: edited,
      started_at: fact('when it was begun', 'author'),
      submitted_at: fact('when it was sent', 'standing'),
      revealed_at: fact('when both sides were in', 'standing'),
      assessment_id: reference('the view that it was revealed with'),
    },
  },
  check_in_answer: {
    row: 'What a check-in says about one competency',
    kept: 'cycle',
    people: {},
    columns: {
      ...ids,
      check_in_id: reference('which check-in'),
      competency_key: fact('which competency', 'checkIn'),
      rating_key: rating('their own rating', 'checkIn'),
      no_opportunity: rating('that they had no opportunity', 'checkIn'),
      text: words('what they did', 'checkIn'),
      edited_at: edited,
    },
  },
  check_in_note: {
    row: 'What its author adds to a check-in once both sides are in',
    kept: 'cycle',
    people: {},
    columns: {
      ...ids,
      check_in_id: reference('which check-in'),
      note: words('what they add', 'checkIn'),
      added_at: fact('when', 'checkIn'),
    },
  },
  assessment: {
    row: 'A manager’s view of a report in a review',
    kept: 'cycle',
    people: { subject_id: 'goes', author_id: 'former' },
    columns: {
      ...ids,
      cycle_id: fact('which review', 'standing', seen),
      subject_id: fact('whom it is about', 'standing', seen),
      author_id: fact('the manager who gives it', 'standing', seen),
      framework_version_id: fact('the version of the ladder that it was asked by', 'view', seen),
      role_key: fact('the role that it was asked by', 'view', seen),
      state: fact('draft or given', 'standing', seen),
      page: technical('the page to resume at'),
      summary: words('what the manager says about all of it', 'view', seen),
      last_page_edited_at: edited,
      started_at: fact('when it was begun', 'author', { exported: 'no' }),
      submitted_at: fact('when it was given', 'standing', seen),
    },
  },
  assessment_answer: {
    row: 'What a view says about one competency',
    kept: 'cycle',
    people: {},
    columns: {
      ...ids,
      assessment_id: reference('which view'),
      competency_key: fact('which competency', 'view', seen),
      rating_key: rating('the manager’s rating', 'view', seen),
      no_opportunity: rating('that there was no opportunity', 'view', seen),
      text: words('what the manager saw', 'view', seen),
      edited_at: edited,
    },
  },
} as const satisfies Record<string, TableDecision>;
