import Table from 'cli-table3';
import { LadderRung } from '../../vocabulary/ladder.js';
import { columnWidths } from './column-widths.js';
import { age, distance, free, fromWhen } from './dutch.js';
import type { OptionEdge, Options } from './options-answer.js';

interface Column {
  readonly title: string;
  /** Part of the room that is left over which this column may take; none takes more than its longest text. */
  readonly share: number;
  readonly cell: (edge: OptionEdge, evaluatedAt: string) => string;
}

const gap = 1;

/** From this width on the first reason stands in a column of its own, below it on a line of its own. */
const wideFrom = 150;

const columns: readonly Column[] = [
  { title: '#', share: 0, cell: ({ rank }) => String(rank) },
  { title: 'Trede', share: 4, cell: ({ node }) => LadderRung.dutch[node.rung] },
  { title: 'Aanbod', share: 5, cell: ({ node }) => node.title },
  { title: 'Organisatie', share: 4, cell: ({ node }) => node.organisation?.name ?? '(niet bekend)' },
  { title: 'Gemeente', share: 4, cell: ({ node }) => node.municipality.name },
  { title: 'Vrij', share: 0, cell: ({ node }) => free(node.availability) },
  { title: 'Vanaf', share: 0, cell: ({ node }) => fromWhen(node.availability) },
  { title: 'Afstand', share: 0, cell: ({ distanceToHomeKm }) => distance(distanceToHomeKm) },
  { title: 'Cijfer', share: 0, cell: ({ node }, at) => age(node.availability.freshness.asOf, at) },
];

const reasonColumn: Column = { title: 'Eerste reden', share: 8, cell: firstReason };

/** The ranked options as a table that fits a terminal of `width` columns. */
export function optionsTable({ edges, evaluatedAt }: Options, width: number): string {
  const isWide = width >= wideFrom;
  const shown = isWide ? [...columns, reasonColumn] : columns;
  const cells = edges.map((edge) => shown.map((column) => column.cell(edge, evaluatedAt)));
  const table = new Table({
    head: shown.map(({ title }) => title),
    colWidths: widthsFor(shown, cells, width),
    chars: borders,
    wordWrap: true,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0, compact: true },
  });
  for (const [index, edge] of edges.entries()) {
    table.push(cells[index] ?? []);
    if (!isWide) table.push(['', { content: firstReason(edge), colSpan: columns.length - 1 }]);
  }
  return table.toString().replaceAll(/ +$/gm, '');
}

function firstReason({ reasons }: OptionEdge): string {
  return reasons[0]?.text ?? '';
}

/** Only a line below the heads. */
const borders = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '─',
  'mid-mid': '─',
  right: '',
  'right-mid': '',
  middle: ' ',
};

function widthsFor(shown: readonly Column[], cells: readonly string[][], width: number): number[] {
  const sizes = shown.map(({ title, share }, index) => {
    const texts = [title, ...cells.map((row) => row[index] ?? '')];
    return { share, natural: Math.max(...texts.map((text) => text.length)) };
  });
  return columnWidths(sizes, width - (shown.length - 1) * gap);
}
