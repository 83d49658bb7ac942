export const usualDelimiters: readonly string[] = [',', ';', '\t'];
/** So many records are looked at, and so many characters. */
const mostRecords = 100;
const mostCharacters = 200_000;

/**
 * Returns the delimiter that a CSV text is most likely written with: the one that gives most of its
 * records the same number of values; a comma if none does.
 */
export function delimiterOf(text: string, delimiters = usualDelimiters): string {
  const counts = countDelimiters(text.slice(0, mostCharacters).trimStart(), delimiters);
  const rated = delimiters.map((delimiter, place) => {
    const found = counts.map((record) => record[place] ?? 0);
    const usual = mostFrequent(found.filter((one) => one > 0));
    const alike = found.filter((one) => one === usual).length;
    const first = found[0] ?? 0;
    return {
      delimiter,
      usual,
      share: usual === 0 ? 0 : (alike + (first > 0 ? 1 : 0)) / (found.length + 1),
    };
  });
  const best = rated.reduce((one, other) =>
    other.share > one.share || (other.share === one.share && other.usual > one.usual) ? other : one,
  );
  return best.share > 0 ? best.delimiter : ',';
}

/** Returns for each record how often it has each delimiter outside quotation marks. */
function countDelimiters(text: string, delimiters: readonly string[]): number[][] {
  const records: number[][] = [];
  let record = delimiters.map(() => 0);
  let quoted = false;
  let before = '\n';
  for (const character of text) {
    const place = delimiters.indexOf(character);
    if (character === '"' && (quoted || before === '\n' || delimiters.includes(before))) {
      quoted = !quoted;
      // A doubled quotation mark inside a value opens it again.
      before = quoted ? '"' : ',';
      continue;
    }
    if (!quoted && place >= 0) record[place] = (record[place] ?? 0) + 1;
    if (!quoted && (character === '\n' || character === '\r')) {
      if (before !== '\n') records.push(record);
      if (records.length === mostRecords) return records;
      record = delimiters.map(() => 0);
      before = '\n';
    } else if (character.trim() !== '' || character === '\t') {
      before = character;
    }
  }
  records.push(record);
  return records;
}

function mostFrequent(numbers: number[]): number {
  const counted = new Map<number, number>();
  for (const number of numbers) counted.set(number, (counted.get(number) ?? 0) + 1);
  const ranked = [...counted].sort((one, other) => other[1] - one[1] || other[0] - one[0]);
  return ranked[0]?.[0] ?? 0;
}
