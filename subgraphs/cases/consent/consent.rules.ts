import type { ConsentParty } from './consent.vocabulary.js';

/** Whose consent is needed; where a guardian has the authority, his stands in the place of the parents'. */
export type NeededParty = 'YOUTH' | 'PARENT_OR_GUARDIAN';

const order: readonly NeededParty[] = ['YOUTH', 'PARENT_OR_GUARDIAN'];

/** Jeugdwet 7.3.4: below 12 the parents, from 12 to 15 the youth and the parents, from 16 the youth alone. */
function neededAt(age: number): readonly NeededParty[] {
  if (age < 12) return ['PARENT_OR_GUARDIAN'];
  return age < 16 ? ['YOUTH', 'PARENT_OR_GUARDIAN'] : ['YOUTH'];
}

/**
 * Whose consent is needed for a child that reaches `age` in the running calendar year. The birthday is not known, so that the child may
 * still be a year younger: what is needed at either age is needed.
 */
export function partiesNeeded(age: number): readonly NeededParty[] {
  const needed = [...neededAt(age - 1), ...neededAt(age)];
  return order.filter((party) => needed.includes(party));
}

/** Whose consent is lacking when these have given theirs. */
export function partiesMissing(age: number, given: readonly ConsentParty[]): readonly NeededParty[] {
  return partiesNeeded(age).filter((needed) => !given.some((party) => isOf(party, needed)));
}

/** Whether the consent of a party counts for a child of this age at all. */
export function counts(age: number, party: ConsentParty): boolean {
  return partiesNeeded(age).some((needed) => isOf(party, needed));
}

function isOf(party: ConsentParty, needed: NeededParty): boolean {
  return needed === 'YOUTH' ? party === 'YOUTH' : party !== 'YOUTH';
}
