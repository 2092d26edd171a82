/** Clock hours, not office hours, from the receipt of the question. */
export const firstContactHours = 48;

/** By when somebody must have called back. */
export function firstContactDueAt(receivedAt: Date): Date {
  return new Date(receivedAt.getTime() + firstContactHours * 3_600_000);
}
