import type {
  ApiCall,
  AppRequest,
  ChangeNotice,
  Channel,
  Person,
  Refusal,
  Workspace,
} from '../../contract.js';
import type { ChannelInput, LocalSlackOptions, PersonInput } from '../options.js';
import type { StoredFile, StoredMessage, StoredSeat } from './types.js';

export const slackbotId = 'USLACKBOT';

/** The state of the local Slack; every change is announced to the listeners. */
export class Store {
  readonly workspace: Workspace;
  readonly people = new Map<string, Person>();
  readonly channels = new Map<string, Channel>();
  readonly seats = new Map<string, StoredSeat>();
  /** What people uploaded in forms. */
  readonly files = new Map<string, StoredFile>();
  readonly requests: AppRequest[] = [];
  readonly calls: ApiCall[] = [];
  readonly refusals: Refusal[] = [];
  readonly listeners = new Set<(notice: ChangeNotice) => void>();
  messages: StoredMessage[] = [];
  /** Everybody has read the messages up to this ts. */
  readUntil = '';
  revision = 0;
  private lastTs = 0;
  private lastId = 0;

  constructor(
    readonly options: LocalSlackOptions,
    readonly now: () => Date,
  ) {
    this.workspace = options.workspace ?? { id: 'T0LADDER', name: 'Ladder', domain: 'ladder' };
    const { bot } = options;
    this.addPerson({ id: slackbotId, name: 'Slackbot', isBot: true });
    this.addPerson({ id: bot.botUserId, name: bot.name, isBot: true });
    for (const person of options.people) this.addPerson(person);
    for (const channel of options.channels ?? []) this.addChannel(channel);
  }

  addPerson(input: PersonInput): Person {
    const person: Person = {
      id: input.id,
      name: input.name,
      title: input.title ?? '',
      avatarColour: input.avatarColour ?? '#6b7280',
      tz: input.tz ?? 'Europe/London',
      locale: input.locale ?? 'en-GB',
      isAdmin: input.isAdmin ?? false,
      deleted: input.deleted ?? false,
      isBot: input.isBot ?? false,
      isGuest: input.isGuest ?? false,
      ...(input.teamId !== undefined && { teamId: input.teamId }),
      ...(input.email !== undefined && { email: input.email }),
      ...(input.profileManager !== undefined && { profileManager: input.profileManager }),
    };
    this.people.set(person.id, person);
    if (!person.isBot) {
      this.seats.set(person.id, { modals: [], messageInputs: {}, tab: 'home' });
      this.openDm(person.id);
    }
    this.changed('people', person.id);
    return person;
  }

  private addChannel(input: ChannelInput): void {
    const everyone = [...this.people.values()].filter((one) => one.id !== slackbotId);
    const members = input.members ?? everyone.map((one) => one.id);
    this.channels.set(input.id, { kind: 'channel', ...input, members });
  }

  /** Returns the DM between a person and the bot; opens it if necessary. */
  openDm(personId: string): Channel {
    const id = `D${personId.slice(1)}`;
    const known = this.channels.get(id);
    if (known) return known;
    const { botUserId } = this.options.bot;
    const name = this.people.get(personId)?.name ?? personId;
    const dm: Channel = { id, name, kind: 'dm', members: [personId, botUserId] };
    this.channels.set(id, dm);
    return dm;
  }

  /** Returns the seat of a person. Throws for a bot or an unknown id. */
  seat(personId: string): StoredSeat {
    const seat = this.seats.get(personId);
    if (!seat) throw new Error(`Nobody has the id ${personId}`);
    return seat;
  }

  person(personId: string): Person {
    const person = this.people.get(personId);
    if (!person) throw new Error(`Nobody has the id ${personId}`);
    return person;
  }

  /** Returns a message that is visible to the app or to a member of the channel, unless deleted. */
  findMessage(channel: string, ts: string): StoredMessage | undefined {
    return this.messages.find((one) => one.channel === channel && one.ts === ts);
  }

  /** Returns a new message id from the movable clock, always later than the last one. */
  newTs(): string {
    const micros = Math.max(this.now().getTime() * 1000, this.lastTs + 100);
    this.lastTs = micros;
    const seconds = Math.floor(micros / 1_000_000);
    return `${seconds}.${String(micros % 1_000_000).padStart(6, '0')}`;
  }

  /** Returns a new id like Slack's: the prefix and ten characters. */
  newId(prefix: string): string {
    this.lastId += 1;
    return `${prefix}${this.lastId.toString(36).toUpperCase().padStart(10, '0')}`;
  }

  addFile(file: Omit<StoredFile, 'id'>): StoredFile {
    const stored = { ...file, id: this.newId('F') };
    this.files.set(stored.id, stored);
    return stored;
  }

  nextNumber(): number {
    this.lastId += 1;
    return this.lastId;
  }

  changed(about: ChangeNotice['about'], personId?: string): void {
    this.revision += 1;
    const notice: ChangeNotice = { revision: this.revision, about };
    if (personId !== undefined) notice.personId = personId;
    for (const listener of this.listeners) listener(notice);
  }

  refuse(where: string, error: string, reasons: string[]): void {
    const at = new Date().toISOString();
    this.refusals.push({ id: this.nextNumber(), at, where, error, reasons });
    this.changed('refusals');
  }
}
