import type { Channel, State } from '../../contract.js';

/** Returns a person's DM with the app. */
export function dmOf({ channels, app }: State, personId: string): Channel | undefined {
  return channels.find(
    ({ kind, members }) =>
      kind === 'dm' && members.includes(personId) && members.includes(app.botUserId),
  );
}

/** Returns the channels of a person, without direct messages. */
export function channelsOf({ channels }: State, personId: string): Channel[] {
  return channels.filter(({ kind, members }) => kind === 'channel' && members.includes(personId));
}
