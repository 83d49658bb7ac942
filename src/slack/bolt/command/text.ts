import { fold } from '../../../domain/text/fold.js';

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>' };

/**
 * Normalises the text after the command: decodes Slack's forms of people, links, emoji and of `&`,
 * `<` and `>`; makes dashes, quotes and letters plain; removes punctuation and stars around it.
 * Empty if no letter or number is left.
 */
export function readCommandText(typed: string): string {
  const text = typed
    .replace(/<([^<>]*)>/gu, (_, inside: string) => ` ${shownAs(inside)} `)
    .replace(/:(?=[^\s:]*\p{L})[\p{L}\p{N}_+'-]+:/gu, ' ')
    .replace(/&(amp|lt|gt);/gu, (_, name: string) => entities[name] ?? '');
  const words = fold(text).split(' ');
  return bare(words.filter((word) => /[\p{L}\p{N}]/u.test(word)).join(' '));
}

function bare(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, '');
}

/** "https://example.com|a page", "@U024BE7LH|rosa", "#C024BE7LR|general", "!here": what people see. */
function shownAs(inside: string): string {
  const [target = '', label] = inside.split('|', 2);
  return (label ?? target).replace(/^[@#!]/u, '');
}

/** The first word, small, and what follows it. "Check in", "checkin" and "check-in" are one word. */
export function splitCommand(text: string): { word: string; rest: string } {
  const tidy = text.replace(/^check[ _-]*in(?![\p{L}\p{N}])/iu, 'check-in');
  const [first = '', ...rest] = tidy.split(' ');
  return { word: bare(first).toLowerCase(), rest: bare(rest.join(' ')) };
}
