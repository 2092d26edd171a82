const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Whether a text can be an identifier of the hub at all; any other text stands for nothing. In small letters, as the hub gives them: what
 * is compared as text must have one form.
 */
export function isUuid(text: string): boolean {
  return uuid.test(text);
}
