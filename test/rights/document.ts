import type { FieldMove } from './graph.js';
import { fieldMoves, type Way } from './ways.js';

/** How each field is written down. */
export type Writing = 'plain' | 'alias' | 'named fragment' | 'inline fragment';

export interface Written {
  readonly document: string;
  /** The names under which the answer holds the last field of the way, from the root; of a page the page itself. */
  readonly keys: readonly string[];
}

/** One field on the way down. */
interface Level {
  readonly parent: string;
  readonly field: string;
  readonly asked: string;
}

const itemsOfPage = 3;

/** A way as a GraphQL document; `given` holds the arguments of operations. */
export function writeWay(way: Way, writing: Writing, given: Readonly<Record<string, string>>): Written {
  const moves = fieldMoves(way.moves);
  const levels = moves.flatMap((move, index) => levelsOf(move, index === 0 && way.entity === null ? given : {}));
  const keys = levels.map(({ field }, index) => (writing === 'alias' ? `a${String(index)}` : field));
  const isLeaf = moves.at(-1)?.isLeaf ?? false;
  const { selection, fragments } = levels.reduceRight((below, level, index) => write(level, index, writing, below), {
    selection: isLeaf ? '' : '{ __typename }',
    fragments: '',
  });
  const below = (moves.at(-1)?.keys.length ?? 1) - 1;
  const lastKeys = keys.slice(0, keys.length - below);
  if (way.entity === null) return { document: `${head(way, levels)} ${selection} ${fragments}`, keys: lastKeys };
  const wanted = selection === '' ? '{ __typename }' : selection;
  const document = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${way.entity.type} ${wanted} } }`;
  return { document, keys: ['_entities', ...lastKeys] };
}

function head({ root }: Way, levels: readonly Level[]): string {
  return levels.some(({ asked }) => asked.includes('$key')) ? `${root} ($key: String!)` : root;
}

function levelsOf({ parents, keys, isPage, field }: FieldMove, given: Readonly<Record<string, string>>): Level[] {
  const words = [
    ...(given[field] === undefined ? [] : [given[field]]),
    ...(isPage ? [`first: ${String(itemsOfPage)}`] : []),
  ];
  const asked = words.length > 0 ? `(${words.join(', ')})` : '';
  return keys.map((key, index) => ({ parent: parents[index] ?? '', field: key, asked: index === 0 ? asked : '' }));
}

interface Below {
  readonly selection: string;
  readonly fragments: string;
}

function write(
  { parent, field, asked }: Level,
  index: number,
  writing: Writing,
  { selection, fragments }: Below,
): Below {
  const text = `${field}${asked} ${selection}`;
  const name = `f${String(index)}`;
  switch (writing) {
    case 'plain':
      return { selection: `{ ${text} }`, fragments };
    case 'alias':
      return { selection: `{ a${String(index)}: ${text} }`, fragments };
    case 'inline fragment':
      return { selection: `{ ... on ${parent} { ${text} } }`, fragments };
    case 'named fragment':
      return { selection: `{ ...${name} }`, fragments: `${fragments} fragment ${name} on ${parent} { ${text} }` };
  }
}
