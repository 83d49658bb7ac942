/** A text of somebody's in what was sent to a person: where, and whether it is drawn as it was typed. */
export interface DrawnWords {
  mark: string;
  /** The window's callback id, or 'home', 'message'. */
  place: string;
  /** What stands there. */
  text: string;
  /** Nothing in it is drawn as markup, an emoji or a mention. */
  isLiteral: boolean;
}

const marks = /«([\w.]+)»/g;

/** Finds the texts with a mark («…») in a version of a message or window, as it was sent. */
export function drawnWords(sent: string): DrawnWords[] {
  const { raw, ...message } = JSON.parse(sent) as Sent & { text?: string; blocks?: unknown[] };
  // Of a message with blocks Slack shows the text in the notification alone.
  if (message.blocks?.length) message.text = '';
  const place = raw ? (raw.type === 'home' ? 'home' : (raw.callback_id ?? '')) : 'message';
  return wordsIn(raw ?? message, {}, '').map((one) => ({ ...one, place }));
}

/** Whether a window takes typed text. */
export function takesText(sent: string): string | undefined {
  const { raw } = JSON.parse(sent) as Sent;
  const has = raw?.blocks?.some(({ element }) => element?.type === 'plain_text_input');
  return has ? raw?.callback_id : undefined;
}

interface Sent {
  raw?: {
    type: string;
    callback_id?: string;
    blocks?: { element?: { type: string } }[];
  };
}

type Node = Record<string, unknown>;

function wordsIn(value: unknown, parent: Node, key: string): Omit<DrawnWords, 'place'>[] {
  if (typeof value === 'string') {
    return [...value.matchAll(marks)].map(([, mark = '']) => ({
      ...{ mark, text: value, isLiteral: isLiteral(parent, key) },
    }));
  }
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one) => wordsIn(one, parent, key));
  return Object.entries(value).flatMap(([name, one]) => wordsIn(one, value as Node, name));
}

/** Rich text, plain text without emoji and what stands in an input are shown as they are. */
function isLiteral({ type, emoji }: Node, key: string): boolean {
  if (type === 'plain_text_input') return key === 'initial_value';
  if (key !== 'text') return false;
  return type === 'text' || type === 'raw_text' || (type === 'plain_text' && emoji === false);
}
