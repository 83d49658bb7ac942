import { readValue, setting } from './environment-file.js';

/**
 * Returns the text of an environment file with these values: each in the place of the line that sets it,
 * or at the end. Everything else stays as it is.
 */
export function withSettings(text: string, values: Readonly<Record<string, string>>): string {
  const lines = text.replace(/\r\n?/gu, '\n').split('\n');
  if (lines.at(-1) === '') lines.pop();
  const left = new Map(Object.entries(values));
  const written: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const [, name = '', begun = ''] = /^\s*#/u.test(line) ? [] : (setting.exec(line) ?? []);
    const { last } = name ? readValue(lines, at, begun) : { last: at };
    if (!(name in values)) written.push(...lines.slice(at, last + 1));
    else if (left.has(name)) written.push(settingLine(name, values[name] ?? ''));
    // A second line for the same name would win over the first.
    left.delete(name);
    at = last;
  }
  const added = [...left].map(([name, value]) => settingLine(name, value));
  return `${[...written, ...added].join('\n')}\n`;
}

/** A value is quoted only where it would lose something otherwise. */
function settingLine(name: string, value: string): string {
  if (!/[\s#"'`“”„‘’«\\]/u.test(value)) return `${name}=${value}`;
  // Double quotation marks come last: within them a backslash and an n become a line break.
  const quote = ["'", '`', '"'].find((one) => !value.includes(one));
  if (quote === undefined || (quote === '"' && value.includes('\\n'))) {
    throw new Error(
      `The value of ${name} can't stand in a file like .env. Set it in the environment.`,
    );
  }
  return `${name}=${quote}${value}${quote}`;
}
