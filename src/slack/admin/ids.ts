import { z } from 'zod';
import { type ProblemKind, problemKinds } from '../../domain/problem/kinds.js';
import { settingKeys } from '../../domain/settings/definitions.js';
import { metadata } from '../ui/metadata.js';
import { slackValues } from '../ui/slack-values.js';

/** What the listeners and the builders of this feature call things in Slack. */
export const actionIds = {
  /** Opens the page of an admin. */
  open: 'admin.open',
  /** Lists who did not come to the end of a cycle; the value is its id. */
  unfinished: 'admin.unfinished',
  /** Opens the form that asks for check-ins; the value is the cycle's id. */
  nudge: 'admin.nudge',
  /** Lists the settings. */
  settings: 'admin.settings',
  /** Opens the form of a setting; the value is its key. */
  setting: 'admin.setting',
  /** Lists the reviews. */
  reviews: 'admin.reviews',
  /** Opens the form of a change; the value is the id of the cycle, for the next ones. */
  add: 'admin.review_add',
  move: 'admin.review_move',
  close: 'admin.review_close',
  cancel: 'admin.review_cancel',
  /** Lists the problems by kind. */
  problems: 'admin.problems',
  /** Opens a page of one kind; the value says which. */
  problem: 'admin.problem',
  /** The value of the next two is the id of a message. */
  sendAgain: 'admin.send_again',
  letGo: 'admin.let_go',
  /** The value of the next two is the id of a person. */
  sendAllAgain: 'admin.send_all_again',
  leaveOut: 'admin.leave_out',
  exclude: 'admin.review_exclude',
  /** Opens the form that takes a file of people. */
  import: 'admin.import',
  /** Opens the page of the ladder, which takes a file. */
  ladder: 'admin.ladder',
  /** Shows what Slack's profiles say of the managers of people without one. */
  fromSlack: 'admin.import_from_slack',
} as const;

export const callbackIds = {
  admin: 'admin.page',
  setting: 'admin.set',
  review: 'admin.review',
  problem: 'admin.problem_list',
  exclusion: 'admin.exclusion',
  import: 'admin.import_file',
  nudge: 'admin.nudge',
  ladder: 'admin.ladder_file',
} as const;

/** The forms' inputs: block and action share a name. */
export const valueField = 'admin.value';
export const reviewFields = {
  reviewOn: 'admin.review_on',
  name: 'admin.review_name',
  audience: 'admin.review_for',
  people: 'admin.review_people',
} as const;
export const importFields = { file: 'admin.file', leavers: 'admin.leavers' } as const;
export const exclusionFields = {
  does: 'admin.exclusion_does',
  people: 'admin.exclusion_people',
  until: 'admin.exclusion_until',
} as const;

export const ladderFields = { file: 'admin.ladder' } as const;

export const nudgeFields = { people: 'admin.nudge_people' } as const;

export const settingKey = z.enum(settingKeys);

/** What the form of a setting carries. */
export const settingMetadata = metadata(
  z.object({
    key: settingKey,
    /** The list of settings below the form. */
    viewId: slackValues.viewId.optional(),
    /** A hash of the value whose effect on the reviews the form has shown. */
    foreseen: z.string().max(64).optional(),
  }),
);

/** Which problems a page lists, and which page (from 0) of them. */
export interface ProblemPlace {
  kind: ProblemKind;
  page: number;
}

/** The value of a button that opens a page of problems. */
export const problemValue = {
  write: ({ kind, page }: ProblemPlace) => `${kind}:${page}`,
  schema: z
    .string()
    .max(300)
    .transform((value) => value.split(':'))
    .pipe(z.tuple([z.enum(problemKinds), slackValues.page]))
    .transform(([kind, page]): ProblemPlace => ({ kind, page })),
};

/** What a page of problems carries: which one it is. */
export const problemMetadata = metadata(
  z.object({ kind: z.enum(problemKinds), page: z.number().int().min(0).max(9999) }),
);

/** For whom a new review is: everybody, or those who are chosen, the team or the line of the one chosen. */
export const audiences = ['everybody', 'people', 'team', 'line'] as const;

/** What the form of an import carries: nothing until a file was read and shown. */
export const importMetadata = metadata(
  z.object({
    fileId: slackValues.fileId.optional(),
    /** It takes managers from Slack's profiles, and no file. */
    fromSlack: z.boolean().optional(),
    skipLeavers: z.boolean().optional(),
    /** How many people would be added or changed, as it was shown. */
    shown: z.number().int().min(0).optional(),
  }),
);

/** What the form that leaves people out carries. */
export const exclusionMetadata = metadata(
  z.object({
    cycleId: slackValues.id,
    viewId: slackValues.viewId.optional(),
    /** A hash of what was entered when the form showed what it would do. */
    foreseen: z.string().max(64).optional(),
  }),
);

/** What can be done with a review. */
const reviewChange = z.enum(['add', 'move', 'close', 'cancel']);
export type ReviewChange = z.infer<typeof reviewChange>;

/** What the form of a change of a review carries. */
export const reviewMetadata = metadata(
  z.object({
    does: reviewChange,
    /** Undefined for a new one. */
    cycleId: slackValues.id.optional(),
    /** The list of reviews below the form. */
    viewId: slackValues.viewId.optional(),
    /** The review date that the admin saw. */
    seen: slackValues.day.optional(),
    /** A hash of what was entered when the form showed what it would do. */
    foreseen: z.string().max(64).optional(),
  }),
);

/** What the form that asks for check-ins carries. */
export const nudgeMetadata = metadata(
  z.object({
    cycleId: slackValues.id,
    /** A hash of the people whom the form has shown that it would ask. */
    foreseen: z.string().max(64).optional(),
  }),
);

/** What the form of the ladder carries: nothing until a file was read and shown. */
export const ladderMetadata = metadata(
  z.object({
    fileId: slackValues.fileId.optional(),
    /** The hash of the ladder that was shown, and the number of the version that it is to follow. */
    hash: z.string().max(64).optional(),
    after: z.number().int().min(0).optional(),
  }),
);
