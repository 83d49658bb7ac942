/**
 * A framework: a whole ladder as one immutable document, as it was written. Keys are stable across
 * versions, because rows refer to them; texts may change from version to version. What a role asks
 * is worked out from it in expectations.ts. A property that a file doesn't use is missing, so that
 * the hash of a document doesn't depend on what the format can do since.
 */
export interface Framework {
  key: string;
  /** For example "Business Operations"; shown as "Business Operations ladder". */
  name: string;
  about?: About | undefined;
  /** Each rung asks what the rung below it asks, and more. */
  buildsUp?: true | undefined;
  /** A check-in chooses among a competency's levels, where it has some, instead of the scale. */
  rate?: 'levels' | undefined;
  /**
   * Two to nine points, lowest first. "No opportunity yet" is not among them and always possible.
   */
  scale: RatingPoint[];
  /** The levels of all competencies that define none themselves, lowest first. */
  levels?: Level[] | undefined;
  /** One at least; the only one may be nameless. */
  tracks: Track[];
  competencies: Competency[];
  /** In the order of the ladder: within a track, the first role is its lowest rung. */
  roles: Role[];
}

/** The framework's own page: what the group does and whom it suits. */
interface About {
  title: string;
  summary: string;
  sections: AboutSection[];
}

interface AboutSection {
  title: string;
  text: string;
  points: string[];
}

export interface RatingPoint {
  key: string;
  /** At most 75 characters: it is the text of a radio button. */
  label: string;
  /** What the point means, at most 75 characters; empty if the label is enough. */
  meaning: string;
}

export interface Track {
  key: string;
  /** Missing where a ladder has one line of roles and no name for it. */
  name?: string | undefined;
  /** The family of tracks that it belongs to. */
  family?: string | undefined;
  summary?: string | undefined;
  /** Keys of the tracks that a person can continue on after this one's last rung. */
  leadsTo: string[];
  /** What every role of the track asks. */
  allRoles?: WrittenExpectation[] | undefined;
}

export interface Competency {
  key: string;
  name: string;
  aliases: string[];
  /** The heading under which it stands. */
  group?: string | undefined;
  summary?: string | undefined;
  /** The keys that it had in earlier versions. */
  was?: string[] | undefined;
  /** Its own levels, lowest first; none where the list is empty; the framework's where it is missing. */
  levels?: Level[] | undefined;
}

/** A degree of a competency, of which a role asks one; each includes those before it. */
export interface Level {
  key: string;
  /** Missing where the framework's level with this key has it. */
  name?: string | undefined;
  text?: string | undefined;
  behaviours?: Behaviour[] | undefined;
}

/** One rung of the ladder. */
export interface Role {
  key: string;
  title: string;
  /** The name or code of the level, such as "Senior" or "IC4". */
  level?: string | undefined;
  /** Usual years in the role; `to` is null where there is no usual end. */
  years?: { from: number; to: number | null } | undefined;
  track: string;
  aliases: string[];
  summary?: string | undefined;
  /** The keys that it had in earlier versions. */
  was?: string[] | undefined;
  /** What is written for this role. What it asks in all is `FrameworkIndex.expectations`. */
  expectations: WrittenExpectation[];
}

/** What is written about one competency, for a role or for all roles of a track. */
export interface WrittenExpectation {
  /** The competency's key. */
  competency: string;
  /** The key of the competency's level that is asked. */
  level?: string | undefined;
  definition?: string | undefined;
  behaviours: Behaviour[];
  opportunities: string[];
  skills: string[];
  links: Link[];
}

/**
 * The same key in another role means that the behaviour continues there, in whatever words. Without
 * a key, the same words mean it.
 */
export interface Behaviour {
  key?: string | undefined;
  text: string;
  examples?: string[] | undefined;
  links?: Link[] | undefined;
}

export interface Link {
  title: string;
  url: string;
}

/** A framework as a workspace has it: the document with its number and its hash. */
export interface FrameworkVersion {
  id: string;
  /** 1, 2, 3 … within the workspace. */
  number: number;
  /** SHA-256 of the document, hexadecimal. */
  hash: string;
  framework: Framework;
}
