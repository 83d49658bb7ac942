import { UserFacingError } from '../../errors/index.js';

/** How far an import is, in people. */
export interface ImportProgress {
  step: 'reading profiles' | 'waiting' | 'writing';
  done: number;
  total: number;
}

/** Watches an import, and may stop it. */
export interface ImportWatch {
  /** Called every few thousand people. */
  onProgress?: (progress: ImportProgress) => void;
  /** Stops the import, which then throws ImportStopped and has changed nothing. */
  stopping?: AbortSignal | undefined;
}

/** The import was stopped on its way. Nothing was changed. */
class ImportStopped extends UserFacingError {
  override name = 'ImportStopped';
}

/** Throws ImportStopped if that is wanted. */
export function stopIfWanted({ stopping }: ImportWatch): void {
  if (stopping?.aborted) throw new ImportStopped('Stopped. Nothing was imported.');
}
