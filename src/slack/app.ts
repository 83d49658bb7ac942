import type { App, Context } from '@slack/bolt';
import { indexOf } from '../domain/role/position.js';
import * as actionItem from './action-item/index.js';
import * as admin from './admin/index.js';
import * as assessment from './assessment/index.js';
import * as availability from './availability/index.js';
import { type BoltAppOptions, createBoltApp } from './bolt/app.js';
import { type ReadCommand, readOnce, registerCommand } from './bolt/command/dispatch.js';
import type { SlackContext } from './bolt/context.js';
import { PressedPlaces } from './bolt/pressed-places.js';
import { redrawPanels } from './bolt/redraw-panels.js';
import * as brief from './brief/index.js';
import * as checkIn from './check-in/index.js';
import { readCommand } from './commands.js';
import * as conversation from './conversation/index.js';
import { redrawPressed } from './delivery/redraw-pressed.js';
import * as evidence from './evidence/index.js';
import * as formDraft from './form-draft/index.js';
import * as framework from './framework/index.js';
import * as history from './history/index.js';
import * as home from './home/index.js';
import * as managerNote from './manager-note/index.js';
import * as person from './person/index.js';
import * as privacy from './privacy/index.js';
import * as role from './role/index.js';
import * as team from './team/index.js';
import * as workspace from './workspace/index.js';

/** What the listeners work with, but for what the features bring themselves. */
export type SlackParts = Omit<SlackContext, 'publishHome'>;

/** Builds the Bolt app of one workspace with all its listeners. */
export function createSlackApp(parts: SlackParts, options: BoltAppOptions): App {
  const { command, services } = parts;
  const read = reading(parts);
  const isCommand = (name: string, text: string, context: Context) =>
    name === command && read(text, context).isLookUp;
  const lookUps = { ...role.lookUps, isCommand };
  const app = createBoltApp(options, { log: services.log, lookUps });
  registerListeners(app, parts);
  return app;
}

/** Everything that Ladder listens to; a test holds the app manifest against it. */
export function registerListeners(app: App, parts: SlackParts): void {
  const slack: SlackContext = {
    ...parts,
    publishHome: (client, slackUserId, options) =>
      home.publishHome(slack, client, slackUserId, options),
  };
  const places = new PressedPlaces();
  app.use(redrawPressed(slack, places));
  app.use(home.redrawHome(slack, places));
  const panels = { ...person.panels, ...home.panels, ...team.panels, ...brief.panels };
  app.use(redrawPanels(slack, places, panels));
  for (const feature of [
    role,
    checkIn,
    evidence,
    assessment,
    brief,
    history,
    conversation,
    person,
    privacy,
    team,
    admin,
    availability,
    framework,
    home,
    formDraft,
    workspace,
  ]) {
    feature.register(app, slack);
  }
  actionItem.register(app, slack, conversation.drawRecord);
  managerNote.register(app, slack, team.drawReport);
  registerCommand(app, slack, reading(parts));
}

/** Reads commands by the workspace's framework of the moment, each request's once. */
function reading({ services, workspace }: SlackParts): ReadCommand {
  return readOnce((typed) => {
    const { framework } = services.frameworks.current(workspace.id);
    return readCommand(indexOf(framework), typed);
  });
}
