import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { projectPath } from '../src/project-path.js';
import type { AppOptions } from './slack/options.js';

const manifestSchema = z.object({
  features: z.object({
    app_home: z.object({ messages_tab_read_only_enabled: z.boolean() }),
    shortcuts: z.array(
      z.object({
        name: z.string(),
        type: z.enum(['message', 'global']),
        callback_id: z.string(),
      }),
    ),
    slash_commands: z.array(
      z.object({ command: z.string(), description: z.string(), usage_hint: z.string() }),
    ),
  }),
});

/** Reads from the manifest how the app looks in Slack, so that the playground has the same. */
export function appSettings(): AppOptions {
  const text = readFileSync(projectPath('manifest', 'manifest.json'), 'utf8');
  const { features } = manifestSchema.parse(JSON.parse(text));
  return {
    commands: features.slash_commands.map(({ command, description, usage_hint }) => ({
      ...{ command, description, usageHint: usage_hint },
    })),
    shortcuts: features.shortcuts.map(({ name, type, callback_id }) => ({
      ...{ name, type, callbackId: callback_id },
    })),
    messagesReadOnly: features.app_home.messages_tab_read_only_enabled,
  };
}
