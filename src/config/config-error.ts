import type { z } from 'zod';

/** The environment has problems; `problems` has one sentence for each. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  constructor(readonly problems: string[]) {
    super(
      `Ladder can't work with this configuration:\n${problems.map((p) => `  - ${p}`).join('\n')}`,
    );
  }
}

/** Returns the sentences of what a schema refused. */
export function messages(error: z.ZodError): string[] {
  return error.issues.map((issue) => issue.message);
}
