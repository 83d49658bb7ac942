/** The work took longer than its time limit. */
export class TimeLimitError extends Error {
  override name = 'TimeLimitError';
}

/** Returns the result of `work` if it arrives within `limitMs`; throws TimeLimitError otherwise. */
export async function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeLimitError(`not within ${limitMs} ms`)), limitMs);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
