import type { Day } from '../src/domain/time/day.js';
import type { ChannelInput, PersonInput } from './slack/options.js';

/** A made-up person with their place on the ladder. */
export interface MadeUpPerson extends PersonInput {
  /** A role's key; undefined for a person without a role. */
  role?: string;
  /** The Slack id of their manager. */
  manager?: string;
  inRoleSince?: Day;
}

export const workspace = { id: 'T0PLAYGROUND', name: 'Moss & Fern', domain: 'moss-and-fern' };

export const bot = { botId: 'B0LADDER', botUserId: 'U0LADDER', name: 'Ladder' };

/** An admin, two managers on two continents, reports on different rungs, and a newcomer. */
const placed: MadeUpPerson[] = [
  {
    id: 'U0ADA',
    name: 'Ada Admin',
    title: 'People Operations',
    avatarColour: '#7c3085',
    tz: 'Europe/London',
    locale: 'en-GB',
    isAdmin: true,
  },
  {
    id: 'U0MIKA',
    name: 'Mika Manager',
    title: 'Business Operations Team Leader',
    avatarColour: '#1f6f5c',
    tz: 'Europe/Stockholm',
    locale: 'en-GB',
    role: 'team-leader',
    manager: 'U0ADA',
    inRoleSince: '2024-02-01',
  },
  {
    id: 'U0NOOR',
    name: 'Noor Manager',
    title: 'Business Operations Team Leader',
    avatarColour: '#a8501c',
    tz: 'America/New_York',
    locale: 'en-US',
    role: 'team-leader',
    manager: 'U0ADA',
    inRoleSince: '2025-06-16',
  },
  {
    id: 'U0TEO',
    name: 'Teo Associate',
    title: 'Business Operations Associate',
    avatarColour: '#2a5db0',
    tz: 'Asia/Kolkata',
    locale: 'en-GB',
    role: 'associate',
    manager: 'U0MIKA',
    inRoleSince: '2026-03-02',
  },
  {
    id: 'U0ROSA',
    name: 'Rosa Operations',
    title: 'Business Operations Manager',
    avatarColour: '#b03060',
    tz: 'Europe/Madrid',
    locale: 'en-GB',
    role: 'manager',
    manager: 'U0MIKA',
    inRoleSince: '2025-01-13',
  },
  {
    id: 'U0SORA',
    name: 'Sora Senior',
    title: 'Senior Business Operations Manager',
    avatarColour: '#5b5f1a',
    tz: 'America/New_York',
    locale: 'en-US',
    role: 'senior',
    manager: 'U0NOOR',
    inRoleSince: '2024-09-02',
  },
  {
    id: 'U0WREN',
    name: 'Wren Lead',
    title: 'Business Operations Professional Lead',
    avatarColour: '#3f4a8a',
    tz: 'America/Los_Angeles',
    locale: 'en-US',
    role: 'professional-lead',
    manager: 'U0NOOR',
    inRoleSince: '2023-11-20',
  },
  {
    id: 'U0KIT',
    name: 'Kit Newcomer',
    title: 'New here, no role yet',
    avatarColour: '#555a66',
    tz: 'America/New_York',
    locale: 'en-US',
    manager: 'U0NOOR',
  },
];

/** The same, each with the manager in their profile as well. */
export const people: MadeUpPerson[] = placed.map((person) =>
  person.manager === undefined ? person : { ...person, profileManager: person.manager },
);

/** Ada, whom the managers report to. */
export const admin = { id: 'U0ADA' };

/** Works for the workspace now and then, and sees one channel. */
export const guest: MadeUpPerson = {
  id: 'U0GUS',
  name: 'Gus Guest',
  title: 'Designer at another company',
  avatarColour: '#00707a',
  tz: 'Europe/Berlin',
  locale: 'de-DE',
  isGuest: true,
};

/** Was here with a role and a manager, and has left. */
export const leaver: MadeUpPerson = {
  id: 'U0LOU',
  name: 'Lou Former',
  title: 'Business Operations Associate',
  avatarColour: '#7a5c3e',
  tz: 'Europe/Stockholm',
  locale: 'en-GB',
  role: 'associate',
  manager: 'U0MIKA',
  inRoleSince: '2025-09-01',
};

export const channels: ChannelInput[] = [
  { id: 'C0GENERAL', name: 'general', members: people.map(({ id }) => id) },
  { id: 'C0BIZOPS', name: 'business-operations', members: people.map(({ id }) => id) },
];

/** The same with the guest in the first. */
export const channelsWithGuest: ChannelInput[] = channels.map((channel, place) =>
  place === 0 ? { ...channel, members: [...(channel.members ?? []), guest.id] } : channel,
);
