import { HubError } from '../../errors/errors.js';
import { sheetLimits, type JsonLine } from './sheet.js';

/** The values of a file with one JSON value a line; empty lines are passed over. A line that is no JSON has the value `undefined`. */
export async function* readNdjson(text: AsyncIterable<string>): AsyncGenerator<JsonLine> {
  let rest = '';
  let row = 0;
  for await (const chunk of text) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield* readLine(line, ++row);
    if (rest.length > sheetLimits.lineCharacters) throw new HubError('IMPORT_LINE_UNREADABLE', { row: row + 1 });
  }
  yield* readLine(rest, row + 1);
}

function* readLine(line: string, row: number): Generator<JsonLine> {
  const text = line.trim();
  if (text !== '') yield { row, value: parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
