import { expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { lackingParties, partiesText } from './lacking.js';

function missing(parties: string) {
  return { graphQLErrors: [new GraphQLError('', { extensions: { code: 'CONSENT_MISSING', missing: parties } })] };
}

it.each([
  ['YOUTH', 'de jeugdige zelf'],
  ['YOUTH, PARENT_OR_GUARDIAN', 'de jeugdige zelf en van de ouders met gezag of de voogd'],
  ['CARETAKER', 'iemand anders met gezag'],
])('names whose consent lacks: %s', (parties, text) => {
  expect(partiesText(lackingParties(missing(parties)))).toBe(text);
});
