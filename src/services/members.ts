/** What Slack knows about a person and we keep a copy of. */
export interface Profile {
  slackUserId: string;
  name: string;
  /** IANA name. */
  timeZone: string;
  locale: string;
  isAdmin: boolean;
  isBot: boolean;
  /** The account is deactivated. */
  deactivated: boolean;
  /** In lower case, where Slack shows addresses to Ladder; it is not kept. */
  email?: string | undefined;
  /** Left out for full members: a guest, or somebody of another workspace. */
  outside?: 'guest' | 'visitor' | undefined;
}

/** Where profiles come from; `slack/bolt/members/directory.ts` implements it. */
export interface Directory {
  /** The profile, or undefined if Slack knows no such person. Throws if Slack can't be asked. */
  find(slackUserId: string): Promise<Profile | undefined>;
  /**
   * The profile of a member with this e-mail address, or undefined. Throws as well, and UserFacingError
   * where Slack shows no addresses to Ladder.
   */
  findByEmail?(email: string): Promise<Profile | undefined>;
  /**
   * Returns about two hundred of the workspace's people, from the first on or after a page's
   * `next`. Throws as well.
   */
  page(after?: string): Promise<DirectoryPage>;
  /**
   * The field that holds managers; undefined where profiles have none. Throws as well, and UserFacingError
   * where Slack shows no fields to Ladder.
   */
  managerField?(): Promise<ManagerField | undefined>;
}

/** The field of Slack's profiles that holds people's managers. */
export interface ManagerField {
  /** What it is called in Slack. */
  label: string;
  /** The Slack id that stands there, if any. Throws as `Directory` does. */
  managerOf(slackUserId: string): Promise<string | undefined>;
}

interface DirectoryPage {
  profiles: Profile[];
  /** What the page after this one is asked for by; undefined for the last. */
  next: string | undefined;
}

/** Asks Slack about unknown people; `slack/bolt/members/members.ts` implements it. */
export interface Members {
  /**
   * Returns a person's profile; undefined if Slack shows none for this id. Throws UserFacingError
   * where Slack doesn't answer within a moment.
   */
  profileOf(slackUserId: string): Promise<Profile | undefined>;
}
