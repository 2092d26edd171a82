import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

/** Scalars that every subgraph shares, from graphql-scalars, and the hub's own. */
export {
  GraphQLDateTime,
  GraphQLEmailAddress,
  GraphQLLocalDate,
  GraphQLNonNegativeInt,
  GraphQLSafeInt,
} from 'graphql-scalars';

/** A scalar of text that must match a pattern; `normalise` runs before the check. The message never repeats the value. */
function patternScalar(
  name: string,
  description: string,
  pattern: RegExp,
  example: string,
  normalise: (text: string) => string,
) {
  const parse = (value: unknown): string => {
    const text = typeof value === 'string' ? normalise(value) : '';
    if (!pattern.test(text))
      throw new GraphQLError(`${name} must look like ${example}`, { extensions: { code: 'BAD_USER_INPUT' } });
    return text;
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: parse,
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null),
  });
}

export const Postcode4 = patternScalar(
  'Postcode4',
  'The four digits of a Dutch postcode (PC4), such as 8232. Letters are dropped: an address is never kept.',
  /^[1-9][0-9]{3}$/,
  '8232',
  (text) => text.replace(/^([0-9]{4}) ?(?!S[ADS])[A-Z]{2}$/i, '$1'),
);

export const MunicipalityCode = patternScalar(
  'MunicipalityCode',
  'Code of a municipality by Statistics Netherlands (CBS): four digits such as 0995; GM0995 is read as 0995.',
  /^[0-9]{4}$/,
  '0995',
  (text) => text.replace(/^GM/, ''),
);

export const LanguageTag = patternScalar(
  'LanguageTag',
  'A language as BCP 47 tag, such as nl, ar, ti or dse (Dutch sign language).',
  /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/,
  'nl',
  (text) => text,
);
