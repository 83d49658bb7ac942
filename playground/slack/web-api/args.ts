import type { IncomingMessage } from 'node:http';
import { type Fields, isFields } from '../state/types.js';
import { ApiError } from './method.js';

const jsonArgs = new Set(['blocks', 'view', 'metadata', 'attachments', 'files']);

/** The arguments of a Web API call, from a form, JSON or the URL. */
export class Args {
  constructor(private readonly values: Fields) {}

  /** Reads the arguments of a request. Throws ApiError for a body that is neither form nor JSON. */
  static read(request: IncomingMessage, query: URLSearchParams, body: string): Args {
    const type = request.headers['content-type'] ?? '';
    const inUrl = Object.fromEntries(query);
    if (type.startsWith('application/json')) return new Args({ ...inUrl, ...parseObject(body) });
    return new Args({ ...inUrl, ...Object.fromEntries(new URLSearchParams(body)) });
  }

  names(): string[] {
    return Object.keys(this.values);
  }

  has(name: string): boolean {
    const value = this.values[name];
    return value !== undefined && value !== null && value !== '';
  }

  /** Returns a text; undefined if it is missing. */
  text(name: string): string | undefined {
    const value = this.values[name];
    return value === undefined || value === null ? undefined : String(value);
  }

  flag(name: string): boolean {
    return ['true', '1'].includes(String(this.values[name]));
  }

  number(name: string): number | undefined {
    const text = this.text(name);
    if (text === undefined || text === '') return undefined;
    const value = Number(text);
    if (!Number.isInteger(value)) {
      throw new ApiError('invalid_arguments', [`${name}: must be a whole number`]);
    }
    return value;
  }

  /** Returns a JSON value, which a form contains as text. */
  json(name: string): unknown {
    const value = this.values[name];
    if (typeof value !== 'string' || !jsonArgs.has(name)) return value;
    if (value === '') return undefined;
    try {
      return JSON.parse(value);
    } catch {
      const error = name === 'blocks' ? 'invalid_blocks_format' : 'invalid_arguments';
      throw new ApiError(error, [`${name}: must be JSON`]);
    }
  }
}

function parseObject(body: string): Fields {
  if (body.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(body);
    if (isFields(value)) return value;
  } catch {
    // Reported below, like any other body that isn't an object.
  }
  throw new ApiError('invalid_json');
}
