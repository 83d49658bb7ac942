/** The result of one check: the state and, if something is wrong, what to do. */
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
  /** Ladder starts anyway, but an operator should act on it. */
  starts?: true;
  text: string;
}

/** A check that passed. */
export function passed(about: Finding['about'], text: string): Finding {
  return { about, ok: true, text };
}

/** Failed checks, one for each text: Ladder doesn't start, or people don't get what they should. */
export function failures(about: Finding['about'], texts: readonly string[]): Finding[] {
  return texts.map((text) => ({ about, ok: false, text }));
}

/** Something to act on that doesn't prevent Ladder from starting. */
export function warning(about: Finding['about'], text: string): Finding {
  return { about, ok: false, starts: true, text };
}

/** Runs one check. An error that it throws becomes a finding, so that the other checks go on. */
export async function runCheck(
  about: Finding['about'],
  examine: () => Finding[] | Promise<Finding[]>,
): Promise<Finding[]> {
  try {
    return await examine();
  } catch (error) {
    const { code, message } = error as { code?: unknown; message?: unknown };
    return failures(about, [`I could not look at it (${code ?? 'error'}): ${message ?? error}`]);
  }
}
