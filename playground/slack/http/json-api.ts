import {
  type ActionResult,
  type ChangePerson,
  type CloseView,
  type JoinPerson,
  type LoadOptions,
  type MarkTab,
  type OpenHome,
  type PostMessage,
  paths,
  type RunCommand,
  type RunShortcut,
  type SubmitView,
  type TakeAction,
} from '../../contract.js';
import type { Core } from '../core.js';
import { loadOptions, takeAction } from '../people/action.js';
import { postAsPerson, runCommand } from '../people/command.js';
import { closeView, submitView } from '../people/modal.js';
import { changePerson, joinPerson, markTab, openHome, runShortcut } from '../people/shortcut.js';
import { uploadFile } from '../people/upload.js';
import { bodies } from './bodies.js';

type Handler = (core: Core, body: unknown) => Promise<ActionResult>;

const handlers: Record<string, Handler> = {
  [paths.command]: (core, body) => runCommand(core, bodies.command.parse(body) as RunCommand),
  [paths.message]: (core, body) => postAsPerson(core, bodies.message.parse(body) as PostMessage),
  [paths.action]: (core, body) => takeAction(core, bodies.action.parse(body) as TakeAction),
  [paths.options]: (core, body) => loadOptions(core, bodies.options.parse(body) as LoadOptions),
  [paths.submit]: (core, body) => submitView(core, bodies.submit.parse(body) as SubmitView),
  [paths.close]: (core, body) => closeView(core, bodies.close.parse(body) as CloseView),
  [paths.home]: (core, body) => openHome(core, bodies.home.parse(body) as OpenHome),
  [paths.shortcut]: (core, body) => runShortcut(core, bodies.shortcut.parse(body) as RunShortcut),
  [paths.tab]: (core, body) => markTab(core, bodies.tab.parse(body) as MarkTab),
  [paths.person]: (core, body) => changePerson(core, bodies.person.parse(body) as ChangePerson),
  [paths.upload]: (core, body) => uploadFile(core, bodies.upload.parse(body)),
  [paths.join]: (core, body) => joinPerson(core, bodies.join.parse(body) as JoinPerson),
};

/**
 * Returns the handler of a POST route of the JSON API. It throws ZodError or CannotDo for bad
 * input.
 */
export function actionHandler(path: string): Handler | undefined {
  return handlers[path];
}
