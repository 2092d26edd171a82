export interface ColumnSize {
  /** Length of its longest text. */
  readonly natural: number;
  /** Its part of the room that must be divided; 0 for a column that always gets its natural size. */
  readonly share: number;
}

const narrowest = 2;

/** Divides `room` over columns: nobody gets more than it needs, and what one leaves goes to the others by their shares. */
export function columnWidths(columns: readonly ColumnSize[], room: number): number[] {
  const widths = columns.map(({ natural }) => natural);
  const flexible = [...columns.entries()].filter(([, { share }]) => share > 0);
  let shares = sum(flexible.map(([, { share }]) => share));
  let left = room - sum(columns.filter(({ share }) => share === 0).map(({ natural }) => natural));

  // those that need least for their share come first: what they leave is then known to the others
  for (const [index, { natural, share }] of flexible.sort(
    ([, a], [, b]) => a.natural / a.share - b.natural / b.share,
  )) {
    const width = Math.max(narrowest, Math.min(natural, Math.floor((left * share) / shares)));
    widths[index] = width;
    left -= width;
    shares -= share;
  }
  return widths;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
