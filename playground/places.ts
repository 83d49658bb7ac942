import type { Framework, Role } from '../src/domain/framework/framework.js';
import type { MadeUpPerson } from './made-up-workspace.js';
import type { ChannelInput } from './slack/options.js';

/** Second names that fit any ladder; the others' second names say nothing of their role. */
const namesElsewhere: Readonly<Record<string, string>> = {
  U0TEO: 'Teo Brook',
  U0ROSA: 'Rosa Field',
  U0SORA: 'Sora Marsh',
  U0WREN: 'Wren Hill',
};

/**
 * Returns the role of each made-up person on a ladder, by their Slack id: first, middle and last
 * rungs, of the whole ladder and of its longest track. People without a role get none.
 */
export function placesOn({ tracks, roles }: Framework): ReadonlyMap<string, Role> {
  const lines = tracks
    .map(({ key }) => roles.filter(({ track }) => track === key))
    .filter(({ length }) => length > 0);
  const all = lines.flat();
  const longest = lines.reduce((one, other) => (other.length > one.length ? other : one), []);
  const single = lines.findLast(({ length }) => length === 1);
  const places = {
    U0TEO: all[0],
    U0ROSA: longest[Math.floor((longest.length - 1) / 2)],
    U0SORA: all[Math.floor(all.length / 2)],
    U0WREN: longest.at(-1),
    U0MIKA: all.at(-1),
    U0NOOR: single?.[0] ?? lines[0]?.at(-1),
    U0LOU: all[0],
  };
  return new Map(Object.entries(places).flatMap(([id, role]) => (role ? [[id, role]] : [])));
}

/**
 * Returns the people as they stand on a ladder. People with another role than in the built-in ladder
 * have its title in their profile, and a name that says nothing of a role.
 */
export function peopleOn(framework: Framework, people: readonly MadeUpPerson[]): MadeUpPerson[] {
  const places = placesOn(framework);
  return people.map((person) => {
    const role = places.get(person.id);
    if (person.role === undefined || role?.key === person.role) return person;
    const name = namesElsewhere[person.id] ?? person.name;
    return { ...person, name, role: role?.key, title: role?.title ?? person.title };
  });
}

/** Returns the channels, with that of the business operations named for the ladder. */
export function channelsOn({ key }: Framework, channels: readonly ChannelInput[]): ChannelInput[] {
  return channels.map((channel) =>
    channel.id === 'C0BIZOPS' ? { ...channel, name: key } : channel,
  );
}
