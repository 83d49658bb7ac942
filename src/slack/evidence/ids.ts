/** What the listeners and the builders of this feature call things in Slack. */
export const actionIds = {
  /** Shows all that I kept: in a window of its own, or over the one it is pressed in. */
  open: 'evidence.open',
  add: 'evidence.add',
  edit: 'evidence.edit',
  delete: 'evidence.delete',
  /** A picker beside a piece: puts it under another competency. */
  move: 'evidence.move',
  /** To the page in the button's value. */
  page: 'evidence.page',
  /** Between all pieces and those since the last review. */
  reach: 'evidence.reach',
  /** On a page of the check-in: adds the note to what is typed there. */
  use: 'evidence.use',
} as const;

export const callbackIds = {
  /** The message shortcut. */
  keep: 'evidence.keep',
  form: 'evidence.form',
  list: 'evidence.list',
  /** Views without a form: loading, kept, failed. */
  notice: 'evidence.notice',
} as const;

/** The form's inputs: block and action share a name. */
export const fields = {
  competencyKey: 'evidence.competency',
  note: 'evidence.note',
  happenedOn: 'evidence.happened_on',
} as const;

/** The option for "no competency yet"; no key has a star. */
export const notSure = '*';

/** Blocks of one piece in the list carry its id. */
export const pieceBlock = (id: string) => `evidence:${id}`;
