/** One thing that was looked at: how it is or, where it is not well, what to do. */
export interface Finding {
  about:
    | 'version'
    | 'configuration'
    | 'framework'
    | 'database'
    | 'data'
    | 'messages'
    | 'roles'
    | 'ports'
    | 'proxy'
    | 'Slack'
    | 'manifest';
  ok: boolean;
  /** Ladder starts all the same, and yet somebody should look after it. */
  starts?: true;
  text: string;
}

/** Something that is as it should be. */
export function fine(about: Finding['about'], text: string): Finding {
  return { about, ok: true, text };
}

/** Things that are not, one each: Ladder doesn't start, or people don't get what they should. */
export function wrong(about: Finding['about'], texts: readonly string[]): Finding[] {
  return texts.map((text) => ({ about, ok: false, text }));
}

/** Something that needs a look, while Ladder starts all the same. */
export function look(about: Finding['about'], text: string): Finding {
  return { about, ok: false, starts: true, text };
}

/** Looks at one thing. What the look itself throws is a finding as well, and keeps nothing else back. */
export async function guarded(
  about: Finding['about'],
  examine: () => Finding[] | Promise<Finding[]>,
): Promise<Finding[]> {
  try {
    return await examine();
  } catch (error) {
    const { code, message } = error as { code?: unknown; message?: unknown };
    return wrong(about, [`I could not look at it (${code ?? 'error'}): ${message ?? error}`]);
  }
}
