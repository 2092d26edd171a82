/** What the schema says of the key that every mutation takes. */
export const idempotencyKeyText =
  'Your own key for this request, 1 to 200 characters: sent again with the same content it gives the same answer, for seven days.';
