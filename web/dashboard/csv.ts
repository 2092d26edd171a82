/** A line of a table; null where there is nothing. */
export type Line = readonly (string | number | null)[];

/**
 * A table as CSV (RFC 4180), with the mark by which a spreadsheet reads its letters as they are. A text with which a formula would begin
 * gets an apostrophe.
 */
export function csvOf(lines: readonly Line[]): string {
  return `\uFEFF${lines.map((line) => line.map(cellText).join(',')).join('\r\n')}\r\n`;
}

function cellText(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
