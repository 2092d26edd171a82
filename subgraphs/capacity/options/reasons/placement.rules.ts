/** Why an option stands behind the one before it: the first point of the order in which the two differ. */
const differences = [
  { code: 'AFTER_CONTRACT', text: 'niet onder contract' },
  { code: 'AFTER_RUNG', text: 'zwaardere trede' },
  { code: 'AFTER_START', text: 'kan niet op tijd beginnen' },
  { code: 'AFTER_FRESHNESS', text: 'het cijfer is minder actueel of ontbreekt' },
  { code: 'AFTER_DELIVERY', text: 'niet alle gevraagde uren of tijden' },
  { code: 'AFTER_HOME', text: 'verder van huis' },
  { code: 'AFTER_SCHOOL', text: 'verder van school' },
  { code: 'AFTER_FAIRNESS', text: 'korter geleden nog gereserveerd' },
] as const;

const tie = { code: 'AFTER_TIE', text: 'gelijk op alle punten, in vaste volgorde' } as const;

type PlacementCode = 'FIRST' | (typeof differences | readonly [typeof tie])[number]['code'];

/** The reason for the place of an option, from its sort values and those of the option before it; null stands before the first. */
export function placementReason(
  sortKey: readonly string[],
  previous: readonly string[] | null,
  rank: number,
): { code: PlacementCode; text: string } {
  if (previous === null) return { code: 'FIRST', text: 'Staat bovenaan volgens de afgesproken volgorde.' };
  const place = sortKey.findIndex((value, index) => value !== previous[index]);
  const { code, text } = differences[place] ?? tie;
  return { code, text: `Na nummer ${rank - 1}: ${text}.` };
}
