import { useEffect, useRef, useState } from 'preact/hooks';
import { type OptionsResult, paths } from '../../contract.js';
import type { Element, Option } from '../blocks/shapes.js';
import { post } from '../live/requests.js';
import { type Room, useRoom } from '../live/room.js';
import { useSurface } from '../live/surface.js';

/** One choice of a select. */
export interface Choice {
  value: string;
  label: string;
  hint?: string;
  group?: string;
}

export interface Choices {
  found: Choice[];
  /** Shown instead of a list: loading, too little text, nothing found, or an error. */
  note: string;
  labelOf(value: string): string;
}

/**
 * Returns the choices of a select for the typed text: its own options, people, channels or the
 * app's.
 */
export function useChoices(
  blockId: string,
  element: Element,
  query: string,
  open: boolean,
): Choices {
  const room = useRoom();
  const external = element.type.endsWith('external_select');
  const loaded = useLoaded(blockId, element, query, external && open);
  const offered = external ? loaded.choices : offeredBy(element, room);
  const wanted = query.trim().toLocaleLowerCase();
  const found = external
    ? offered
    : offered.filter((choice) => choice.label.toLocaleLowerCase().includes(wanted));
  const initial = [element.initial_option, ...(element.initial_options ?? [])];
  return {
    found,
    note: loaded.note || (found.length === 0 ? 'Nothing found.' : ''),
    labelOf: (value) =>
      [
        ...offered,
        ...loaded.seen.current,
        ...initial.flatMap((one) => (one ? [choiceOf(one)] : [])),
      ].find((choice) => choice.value === value)?.label ?? value,
  };
}

function offeredBy(element: Element, { state, me }: Room): Choice[] {
  if (/users_select$/.test(element.type)) {
    return state.people
      .filter((person) => !person.isBot && !person.deleted)
      .map((person) => ({ value: person.id, label: person.name, hint: person.title }));
  }
  if (/(channels|conversations)_select$/.test(element.type)) {
    return state.channels
      .filter((channel) => channel.kind === 'channel' && channel.members.includes(me.id))
      .map((channel) => ({ value: channel.id, label: `#${channel.name}` }));
  }
  const groups = element.option_groups ?? [];
  return [
    ...(element.options ?? []).map((option) => choiceOf(option)),
    ...groups.flatMap((group) => group.options.map((one) => choiceOf(one, group.label.text))),
  ];
}

function choiceOf(option: Option, group?: string): Choice {
  return { value: option.value, label: option.text.text, hint: option.description?.text, group };
}

/**
 * Requests options from the app shortly after the last key; an older answer never replaces a newer
 * one.
 */
function useLoaded(blockId: string, element: Element, query: string, active: boolean) {
  const room = useRoom();
  const { container } = useSurface();
  const [choices, setChoices] = useState<Choice[]>([]);
  const [note, setNote] = useState('');
  const seen = useRef<Choice[]>([]);
  const least = element.min_query_length ?? 3;
  useEffect(() => {
    if (!active) return;
    setChoices([]);
    if (query.trim().length < least) {
      setNote(`Type at least ${least} ${least === 1 ? 'letter' : 'letters'} to search.`);
      return;
    }
    setNote('Searching…');
    let current = true;
    const timer = window.setTimeout(async () => {
      const body = { as: room.me.id, container, blockId, actionId: element.action_id, query };
      const answer = await post<OptionsResult>(paths.options, body);
      if (!current) return;
      const next = choicesOf(answer);
      seen.current = [...next, ...seen.current];
      setChoices(next);
      setNote(answer.problem ?? '');
    }, 200);
    return () => {
      current = false;
      window.clearTimeout(timer);
    };
  }, [active, query, blockId, element.action_id, least]);
  return { choices, note, seen };
}

function choicesOf(answer: OptionsResult): Choice[] {
  const groups = answer.groups ?? [{ label: undefined, options: answer.options ?? [] }];
  return groups.flatMap((group) =>
    group.options.map((option) => ({
      value: option.value,
      label: option.text,
      hint: option.description,
      group: group.label,
    })),
  );
}
