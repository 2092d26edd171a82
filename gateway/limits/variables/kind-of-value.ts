import { getNamedType, isEnumType, isInputObjectType, type GraphQLInputType } from 'graphql';

const wholeNumber = 'een geheel getal (a whole number)';
const fourDigits = 'vier cijfers (four digits)';

const kinds: Readonly<Record<string, string>> = {
  Boolean: 'true, false',
  DateTime: 'een moment (a moment): 2027-01-31T09:00:00Z',
  EmailAddress: 'een e-mailadres (an e-mail address)',
  Float: 'een getal (a number)',
  ID: 'een kenmerk (an identifier)',
  Int: wholeNumber,
  LanguageTag: 'een taal (a language): nl',
  LocalDate: 'een dag (a day): 2027-01-31',
  MunicipalityCode: fourDigits,
  NonNegativeInt: 'een geheel getal vanaf nul (a whole number, zero or more)',
  Postcode4: fourDigits,
  SafeInt: wholeNumber,
  String: 'tekst (text)',
};

/** What kind of value belongs somewhere, in words of people: a name of the schema would draw its map for who guesses. */
export function kindOfValue(type: GraphQLInputType): string {
  const named = getNamedType(type);
  if (isInputObjectType(named)) return '{ … }';
  if (isEnumType(named)) return 'een van de bekende codes (one of the known codes)';
  return kinds[named.name] ?? 'iets anders (something else)';
}
