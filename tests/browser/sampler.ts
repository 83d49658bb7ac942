import { paths } from '../../playground/contract.js';
import { pages } from '../../playground/pages.js';
import type { LocalSlack } from '../../playground/slack/index.js';
import { ana, ben, general, startSlackWithApp } from '../support/local-slack.js';
import { type MessageContent, registerSampler } from './sampler-app.js';

export { ana, ben, general };

/** The sampler app behind a local Slack with its page. */
export interface Sampler {
  slack: LocalSlack;
  told: MessageContent;
  /** How the clock was moved; the sampler's own stands still. */
  moves: unknown[];
  stop(): Promise<void>;
}

/** Monday 2 March 2026, 10:00 in Ana's New York and 16:00 in Ben's Berlin. */
const now = new Date('2026-03-02T15:00:00Z');

export async function startSampler(): Promise<Sampler> {
  let told: MessageContent | undefined;
  const moves: unknown[] = [];
  const invitation = { at: '2026-03-03T08:00:00Z', to: ben, what: 'Invitation' };
  const { slack, stop } = await startSlackWithApp(
    (app) => {
      told = registerSampler(app);
    },
    {
      pages,
      extra: (method, path, body) => {
        if (path !== paths.clock) return undefined;
        if (method === 'POST') moves.push(body);
        return Promise.resolve({ now: now.toISOString(), upcoming: [invitation] });
      },
      now: () => now,
      timing: { ackMs: 500, eventRetryMs: [5, 5, 5] },
      app: {
        commands: [{ command: '/sample', description: 'Shows everything', usageHint: '[modal]' }],
        shortcuts: [{ callbackId: 'sample_keep', name: 'Keep as evidence', type: 'message' }],
      },
    },
  );
  if (!told) throw new Error('The sampler was not registered');
  return { slack, told, moves, stop };
}
