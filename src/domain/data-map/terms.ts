/** What a column contains. Words are what people type. */
type Content = 'words' | 'rating' | 'identity' | 'reference' | 'fact' | 'technical';

/** The people who can see a column in Ladder, as the data map says it. */
export const audiences = {
  nobody: 'nobody',
  members: 'every member',
  admins: 'admins',
  person: 'the person',
  standing: 'the person, their manager, admins',
  author: 'its author alone',
  checkIn: 'its author; the manager once both sides are in',
  view: 'its author; the person it is about once both sides are in',
  evidence: 'its author; the manager beside their view, as far as it goes along',
  pair: 'the two of the conversation',
  action: 'the person and their manager of today',
  log: 'the person it is about',
} as const;

/** Until when a row is kept. */
export const keepings = {
  workspace: 'as long as Ladder is used',
  person: 'until the person is erased, by hand or after they left (setting `keep_leavers_months`)',
  cycle:
    'as long as the setting `keep_reviews_months` says after the review is over, or until the person is erased',
  reading:
    'as long as the check-in that was read, an export as long as the setting `keep_reviews_months` says; or until the person is erased',
  dated: 'as long as the setting `keep_reviews_months` says, or until the person is erased',
  sent: 'until it is sent or cleared, 30 days at most',
  installed: 'until the app is uninstalled',
  answered: 'until Slack has deleted it or refuses to',
} as const;

/**
 * Whether an export of somebody's data has it. `own`: always; `seen`: where they may see it now; what
 * they wrote about somebody else is in theirs on the same terms.
 */
export const exportings = {
  own: 'yes',
  seen: 'where they may see it',
  no: 'no',
} as const;

/** What an erasure does with a column. `row`: it goes with its row, if that goes. */
export const erasings = {
  row: 'goes with the row',
  cleared: 'cleared',
  kept: 'stays',
} as const;

/**
 * What an erasure does with a row in which a person stands. `former`: the row stays for the others in
 * it, and says "a former manager"; `handedOn`: what is open goes to the manager of today.
 */
export const rowErasings = {
  goes: 'goes',
  former: 'stays for the other, under "a former manager"',
  cleared: 'stays, without their id',
  handedOn: 'stays; if open, it goes to the manager of today',
} as const;

export interface ColumnDecision {
  /** What it is, in a few words. */
  what: string;
  contains: Content;
  seenBy: keyof typeof audiences;
  exported: keyof typeof exportings;
  erased: keyof typeof erasings;
}

export interface TableDecision {
  /** What a row is. */
  row: string;
  kept: keyof typeof keepings;
  /** The people who stand in a row, by the column with their id. */
  people: Readonly<Record<string, keyof typeof rowErasings>>;
  columns: Readonly<Record<string, ColumnDecision>>;
}

type Audience = keyof typeof audiences;
type Rest = Partial<Pick<ColumnDecision, 'exported' | 'erased'>>;

function column(contains: Content, exported: keyof typeof exportings) {
  return (what: string, seenBy: Audience, rest: Rest = {}): ColumnDecision => {
    return { what, contains, seenBy, exported, erased: 'row', ...rest };
  };
}

/** What somebody typed. */
export const words = column('words', 'own');
export const rating = column('rating', 'own');
/** A name, or an id or property of somebody's Slack account. */
export const identity = column('identity', 'own');
/** Dates, states, keys and numbers that say something about somebody. */
export const fact = column('fact', 'own');

/** The id of another row. */
export const reference = (what: string): ColumnDecision =>
  column('reference', 'no')(what, 'nobody');

/** What makes Ladder work and says nothing about anybody. */
export const technical = (what: string, rest: Rest = {}): ColumnDecision =>
  column('technical', 'no')(what, 'nobody', rest);

/** Something that is the workspace's and no person's. */
export const shared = (what: string, seenBy: Audience): ColumnDecision =>
  column('technical', 'no')(what, seenBy, { erased: 'kept' });

/** The columns that every table begins with. */
export const ids = {
  id: technical('the row’s own id'),
  workspace_id: reference('whose workspace it is'),
};
