/** A number as it is typed in Dutch: `4,5`. */
export function decimal(text: string): number {
  return Number(text.replace(',', '.'));
}

/** Whether nothing was typed, or hours in steps of a half. */
export function isHalves(text: string): boolean {
  return text === '' || (decimal(text) > 0 && decimal(text) <= 168 && Number.isInteger(decimal(text) * 2));
}

/** Whether a whole number was typed that is within bounds. */
export function isWhole(text: string, min: number, max: number): boolean {
  return /^\d+$/.test(text.trim()) && Number(text) >= min && Number(text) <= max;
}

/** The codes of a list that a text names, with commas between; whatever nobody knows is left out. */
export function known<Code extends string>(text: string | null, words: Readonly<Record<Code, string>>): Code[] {
  const named = (text ?? '').split(',');
  return (Object.keys(words) as Code[]).filter((code) => named.includes(code));
}
