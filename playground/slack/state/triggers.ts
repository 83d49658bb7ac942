import { randomBytes } from 'node:crypto';

export type TriggerFault = 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id';

/** Trigger ids: each belongs to one person, expires after a few real seconds and opens one view. */
export class Triggers {
  private readonly known = new Map<string, { personId: string; madeAt: number; used: boolean }>();

  constructor(private readonly lifeMs: () => number) {}

  make(personId: string): string {
    const id = `${Date.now()}.${this.known.size}.${randomBytes(8).toString('hex')}`;
    this.known.set(id, { personId, madeAt: Date.now(), used: false });
    return id;
  }

  /** Returns the person of a trigger, or why it is invalid. Doesn't use it up. */
  check(id: string): { personId: string } | { fault: TriggerFault } {
    const trigger = this.known.get(id);
    if (!trigger) return { fault: 'invalid_trigger_id' };
    if (trigger.used) return { fault: 'exchanged_trigger_id' };
    if (Date.now() - trigger.madeAt > this.lifeMs()) return { fault: 'expired_trigger_id' };
    return { personId: trigger.personId };
  }

  spend(id: string): void {
    const trigger = this.known.get(id);
    if (trigger) trigger.used = true;
  }
}
