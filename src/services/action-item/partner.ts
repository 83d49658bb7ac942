/** One side of an agreement. */
export interface Partner {
  id: string;
  slackUserId: string;
  name: string;
  timeZone: string;
}

/** Stands for a manager who was erased. */
export const formerManager: Partner = {
  id: '',
  slackUserId: '',
  name: 'a former manager',
  timeZone: 'UTC',
};

export function toPartner({ id, slackUserId, name, timeZone }: Partner): Partner {
  return { id, slackUserId, name, timeZone };
}
