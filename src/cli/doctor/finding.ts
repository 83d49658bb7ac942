/** One thing that was looked at: how it is or, where it is wrong, what to do. */
export interface Finding {
  about:
    | 'version'
    | 'configuration'
    | 'framework'
    | 'database'
    | 'messages'
    | 'proxy'
    | 'Slack'
    | 'manifest';
  ok: boolean;
  text: string;
}

/** Something that is as it should be. */
export function fine(about: Finding['about'], text: string): Finding {
  return { about, ok: true, text };
}

/** Things that are not, one each. */
export function wrong(about: Finding['about'], texts: readonly string[]): Finding[] {
  return texts.map((text) => ({ about, ok: false, text }));
}
