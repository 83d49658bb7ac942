/**
 * A framework: a whole ladder as one immutable document. Keys are stable across versions, because
 * rows refer to them; texts may change from version to version.
 */
export interface Framework {
  key: string;
  /** For example "Business Operations"; shown as "Business Operations ladder". */
  name: string;
  about: About;
  /**
   * Two to nine points, lowest first. "No opportunity yet" is not among them and always possible.
   */
  scale: RatingPoint[];
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
  name: string;
  /** Keys of the tracks that a person can continue on after this one's last rung. */
  leadsTo: string[];
}

export interface Competency {
  key: string;
  name: string;
  aliases: string[];
}

/** One rung of the ladder. */
export interface Role {
  key: string;
  title: string;
  level: string;
  /** Usual years in the role; `to` is null where there is no usual end. */
  years: { from: number; to: number | null };
  track: string;
  aliases: string[];
  expectations: Expectation[];
}

/** What one role asks in one competency. A role need not ask something in every competency. */
export interface Expectation {
  /** The competency's key. */
  competency: string;
  definition: string;
  behaviours: Behaviour[];
  opportunities: string[];
  skills: string[];
  links: Link[];
}

/** The same key in another role means that the behaviour continues there, in whatever words. */
export interface Behaviour {
  key: string;
  text: string;
}

interface Link {
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
