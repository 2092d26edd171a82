import type { CombinedError } from 'urql';

const partyWords: Readonly<Record<string, string>> = {
  YOUTH: 'de jeugdige zelf',
  PARENT_OR_GUARDIAN: 'de ouders met gezag of de voogd',
};

/** Whose consent lacks, as an error CONSENT_MISSING names them. */
export function lackingParties({ graphQLErrors }: Pick<CombinedError, 'graphQLErrors'>): string[] {
  return graphQLErrors.flatMap(({ extensions: { missing } }) =>
    typeof missing === 'string' ? missing.split(', ') : [],
  );
}

/** Those in one sentence; a party that has no words yet is not left out. */
export function partiesText(parties: readonly string[]): string {
  return parties.map((party) => partyWords[party] ?? 'iemand anders met gezag').join(' en van ');
}
