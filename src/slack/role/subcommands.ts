/** One line of the help. */
export interface Subcommand {
  /** The word that the command begins with; empty for a look-up. */
  word: string;
  /** What to type after the command. */
  usage: string;
  does: string;
  for: 'everyone' | 'members' | 'managers';
}

/** The subcommands, in the order of the help. */
export const subcommands: readonly Subcommand[] = [
  { word: '', usage: '', does: 'your role, your next rung and your check-in', for: 'members' },
  { word: '', usage: 'senior', does: 'what a role asks', for: 'everyone' },
  { word: '', usage: 'senior execution', does: 'the same, in one competency', for: 'everyone' },
  { word: '', usage: 'execution', does: 'one competency on every rung', for: 'everyone' },
  { word: 'next', usage: 'next', does: 'what your next rung asks anew', for: 'members' },
  {
    word: 'compare',
    usage: 'compare manager senior',
    does: 'two roles side by side',
    for: 'everyone',
  },
  {
    word: 'search',
    usage: 'search stakeholders',
    does: 'everything that mentions a word',
    for: 'everyone',
  },
  { word: 'about', usage: 'about', does: 'what the ladder is for', for: 'everyone' },
  {
    word: 'check-in',
    usage: 'check-in',
    does: 'your check-in, where you left it',
    for: 'members',
  },
  {
    word: 'evidence',
    usage: 'evidence',
    does: 'what you keep for your next check-in',
    for: 'members',
  },
  { word: 'me', usage: 'me', does: 'your role, your manager, your check-ins', for: 'members' },
  { word: 'team', usage: 'team', does: 'how far your team is with its check-ins', for: 'managers' },
  { word: 'help', usage: 'help', does: 'this list', for: 'everyone' },
];
