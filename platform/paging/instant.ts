const microseconds = /^2\d{3}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/;

/** SQL that writes an instant as text in UTC, to the microsecond: the form in which cursors keep it. */
export function instantText(instant: string): string {
  return `to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}

/** Whether a text is an instant in that form. */
export function isInstantText(text: string): boolean {
  return microseconds.test(text) && isMoment(text);
}

/** Whether a text in ISO form names a day and time that exist: JavaScript reads 31 February as 2 or 3 March. */
export function isMoment(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 19) === text.slice(0, 19);
}
