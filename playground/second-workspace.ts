import type { MadeUpPerson } from './made-up-workspace.js';
import type { ChannelInput } from './slack/options.js';

/** A second workspace with people of its own. */
export const secondWorkspace = { id: 'T0SECOND', name: 'Pine & Pebble', domain: 'pine-and-pebble' };

export const secondBot = { botId: 'B0SECOND', botUserId: 'U0SECONDBOT', name: 'Ladder' };

/** An admin, a manager and two reports. */
export const secondPeople: MadeUpPerson[] = [
  {
    id: 'U0PAZ',
    name: 'Paz Admin',
    title: 'People Operations',
    avatarColour: '#3f4a8a',
    tz: 'America/New_York',
    locale: 'en-US',
    isAdmin: true,
  },
  {
    id: 'U0IRIS',
    name: 'Iris Manager',
    title: 'Team Leader',
    avatarColour: '#b03060',
    tz: 'America/New_York',
    locale: 'en-US',
    role: 'team-leader',
    manager: 'U0PAZ',
    inRoleSince: '2025-02-03',
  },
  {
    id: 'U0YUKI',
    name: 'Yuki Senior',
    title: 'Senior',
    avatarColour: '#1f6f5c',
    tz: 'America/New_York',
    locale: 'en-US',
    role: 'senior',
    manager: 'U0IRIS',
    inRoleSince: '2025-09-01',
  },
  {
    id: 'U0NILS',
    name: 'Nils Associate',
    title: 'Associate',
    avatarColour: '#a8501c',
    tz: 'America/Los_Angeles',
    locale: 'en-US',
    role: 'associate',
    manager: 'U0IRIS',
    inRoleSince: '2026-03-02',
  },
];

export const secondChannels: ChannelInput[] = [
  { id: 'C0SECOND', name: 'general', members: secondPeople.map(({ id }) => id) },
];
