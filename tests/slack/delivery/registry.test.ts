import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkPayload } from '../../../playground/slack/index.js';
import { projectPath } from '../../../src/project-path.js';
import { messages } from '../../../src/services/messages/index.js';
import { messageFor } from '../../../src/slack/delivery/messages.js';
import { messageBlocks } from '../../../src/slack/messages.js';
import { messageSamples } from '../../support/message-samples.js';

const kinds = messages.definitions.map(({ kind }) => kind);

/** The kinds in the first column of the table of kinds in docs/deliveries.md. */
function documentedKinds(): string[] {
  const page = readFileSync(projectPath('docs', 'deliveries.md'), 'utf8');
  const section = page.split('\n## ').find((one) => one.startsWith('Kinds\n')) ?? '';
  return [...section.matchAll(/^\| `(\w+)` \|/gm)].map(([, kind = '']) => kind);
}

/** What each of these kinds lacks, as "kind: what". */
function missing(wanted: readonly string[]): string[] {
  const there = {
    blocks: Object.keys(messageBlocks),
    sample: Object.keys(messageSamples),
    documentation: documentedKinds(),
  };
  return wanted.flatMap((kind) =>
    Object.entries(there).flatMap(([what, of]) => (of.includes(kind) ? [] : [`${kind}: ${what}`])),
  );
}

describe('the registry of messages', () => {
  it('has blocks, a sample and documentation of each kind', () => {
    expect(kinds.length).toBeGreaterThan(5);
    expect(missing(kinds)).toEqual([]);
  });

  it('would miss them of a kind that has none', () => {
    expect(missing(['digest', 'postcard'])).toEqual([
      'postcard: blocks',
      'postcard: sample',
      'postcard: documentation',
    ]);
  });

  it('documents no kind that is not there', () => {
    expect(documentedKinds().sort()).toEqual([...kinds].sort());
  });

  it('defines each kind once', () => {
    expect(new Set(kinds).size).toBe(kinds.length);
  });

  it.each(Object.values(messageSamples))('builds what Slack takes of $kind', (sample) => {
    const { text, blocks } = messageFor(sample, { command: '/ladder', blocks: messageBlocks });
    expect(text).not.toBe('');
    expect(checkPayload('message', { text, blocks })).toEqual([]);
  });

  it('refuses to build a kind without blocks', () => {
    const postcard = { kind: 'postcard' };
    const build = () => messageFor(postcard, { command: '/ladder', blocks: messageBlocks });
    expect(build).toThrow('postcard');
  });
});
