import type { InputValue } from '../../contract.js';
import type { Element } from '../blocks/shapes.js';
import { useSurface } from '../live/surface.js';

/** An element's initial values, of all kinds. */
interface Initial {
  initial_value?: string;
  initial_date?: string;
  initial_time?: string;
  initial_date_time?: number;
  initial_user?: string;
  initial_channel?: string;
  initial_conversation?: string;
  initial_users?: string[];
  initial_channels?: string[];
  initial_conversations?: string[];
}

/** Returns a person's input for an element, or its initial value. */
export function useChosen(blockId: string, element: Element): InputValue {
  const surface = useSurface();
  const given = surface.value(blockId, element.action_id);
  return given === undefined ? initialOf(element) : given;
}

function initialOf(element: Element & Initial): InputValue {
  if (element.initial_option) return element.initial_option.value;
  if (element.initial_options) return element.initial_options.map((one) => one.value);
  if (element.initial_date_time !== undefined) return String(element.initial_date_time);
  return (
    element.initial_value ??
    element.initial_date ??
    element.initial_time ??
    element.initial_user ??
    element.initial_channel ??
    element.initial_conversation ??
    element.initial_users ??
    element.initial_channels ??
    element.initial_conversations ??
    null
  );
}
