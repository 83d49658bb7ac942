import type { ImportProgress } from '../../services/person/index.js';
import type { Shell } from '../shell.js';

/** Importing fewer people than this takes seconds, and only a terminal shows progress. */
const fewPeople = 5000;

export interface Progress {
  report(progress: ImportProgress): void;
  /** To be called at the end, also after an error: removes the last status from the terminal. */
  end(): void;
}

/**
 * Shows the progress of an import: in one line of a terminal, elsewhere in a line for each tenth.
 */
export function importProgress(shell: Shell): Progress {
  const { status } = shell;
  let last = '';
  return {
    report(progress) {
      if (status) return status(progressText(progress));
      const { step, done, total } = progress;
      const tenth = `${step} ${Math.floor((done / total) * 10)}`;
      if (total < fewPeople || tenth === last) return;
      last = tenth;
      shell.error(progressText(progress));
    },
    end: () => status?.(''),
  };
}

function progressText({ step, done, total }: ImportProgress): string {
  if (step === 'waiting') return 'Waiting until another change of people or cycles is through …';
  const what = step === 'writing' ? 'Writing people' : 'Reading profiles from Slack';
  return `${what}: ${done.toLocaleString('en')} of ${total.toLocaleString('en')}`;
}
