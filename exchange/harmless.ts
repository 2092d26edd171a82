/** Text as a cell that no spreadsheet runs: what begins like a formula gets an apostrophe. Telephone numbers begin with + and are none. */
export function harmless(value: string): string {
  return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}
