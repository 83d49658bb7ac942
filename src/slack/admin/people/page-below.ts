import type { Press } from '../../ui/press.js';
import { callbackIds, personMetadata } from './ids.js';

/**
 * Returns the list of people that is drawn anew after a change: the one pressed in, or the one below
 * somebody's window.
 */
export function pageBelow(view: Press['body']['view']): string | undefined {
  const callback = view?.callback_id;
  if (callback === callbackIds.people || callback === callbackIds.leavers) return view?.id;
  return callback === callbackIds.person ? personMetadata.read(view).viewId : undefined;
}
