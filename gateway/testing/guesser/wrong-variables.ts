import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredArgument,
  isRequiredInputField,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { canary, nearMiss } from './wrong-documents.js';

export interface Asked {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

type Values = Readonly<Record<string, unknown>>;

const deepest = 4;
const samples: Values = {
  Boolean: true,
  DateTime: '2027-01-31T09:00:00Z',
  EmailAddress: 'a@example.org',
  LanguageTag: 'nl',
  LocalDate: '2027-01-31',
  MunicipalityCode: '0995',
  Postcode4: '8232',
  ID: '1',
  String: '1',
};

/** Operations whose variables are wrong in one way each, for every argument of a query or mutation and all that it is made of. */
export function wrongVariables(schema: GraphQLSchema): Asked[] {
  const roots = { query: schema.getQueryType(), mutation: schema.getMutationType() };
  return Object.entries(roots).flatMap(([kind, root]) =>
    Object.values(root?.getFields() ?? {}).flatMap((field) => field.args.flatMap((own) => wrongAsks(kind, field, own))),
  );
}

function wrongAsks(kind: string, field: GraphQLField<unknown, unknown>, own: GraphQLArgument): Asked[] {
  const args = field.args.filter((one) => one === own || isRequiredArgument(one));
  const declared = args.map((one, index) => `$v${index}: ${String(one.type)}`).join(', ');
  const given = args.map((one, index) => `${one.name}: $v${index}`).join(', ');
  const below = isCompositeType(getNamedType(field.type)) ? ' { __typename }' : '';
  const query = `${kind}(${declared}) { ${field.name}(${given})${below} }`;
  const right = Object.fromEntries(args.map((one, index) => [`v${index}`, sampleOf(one.type)]));
  const at = `v${args.indexOf(own)}`;
  const wrong = misfits(own.type, deepest).map((value) => ({ query, variables: { ...right, [at]: value } }));
  return isRequiredArgument(own) ? [...wrong, { query, variables: { ...right, [at]: undefined } }] : wrong;
}

/** The smallest value that fits. */
function sampleOf(type: GraphQLInputType): unknown {
  const inner = getNullableType(type);
  if (isListType(inner)) return [sampleOf(inner.ofType)];
  if (isEnumType(inner)) return inner.getValues()[0]?.name;
  return isInputObjectType(inner) ? sampleFields(inner) : (samples[inner.toString()] ?? 1);
}

function sampleFields(type: GraphQLInputObjectType): Values {
  const needed = Object.values(type.getFields()).filter(isRequiredInputField);
  return Object.fromEntries(needed.map((field) => [field.name, sampleOf(field.type)]));
}

/** Values that do not fit, each in one place. */
function misfits(type: GraphQLInputType, levels: number): unknown[] {
  const inner = getNullableType(type);
  if (isListType(inner)) return misfits(inner.ofType, levels).map((value) => [sampleOf(inner.ofType), value]);
  if (isEnumType(inner)) return [canary, 7, ...inner.getValues().map(({ name }) => nearMiss(name))];
  if (!isInputObjectType(inner)) return [{ [canary]: canary }, [[canary]]];
  return [canary, [canary], ...Object.values(inner.getFields()).flatMap((field) => wrongField(inner, field, levels))];
}

function wrongField(parent: GraphQLInputObjectType, field: GraphQLInputField, levels: number) {
  const { name } = field;
  const right = sampleFields(parent);
  const inside = levels > 0 ? misfits(field.type, levels - 1) : [];
  return [
    { ...right, [nearMiss(name)]: canary },
    ...inside.map((value) => ({ ...right, [name]: value })),
    ...(isRequiredInputField(field) ? [{ ...right, [name]: undefined }] : []),
  ];
}
