import { readFileSync } from 'node:fs';
import { isEnumType, type GraphQLEnumType, type GraphQLNamedType, type GraphQLSchema } from 'graphql';
import { answerSchema } from '../../gateway/federation/answers/answer-schema.js';
import { readOperations } from '../../gateway/registered/registered-operations.js';
import { purposesOfRole } from '../../platform/identity/purpose.js';
import { municipalities } from '../../vocabulary/places/municipality.js';
import { flevoland } from '../../vocabulary/places/region.js';
import { inputLines, operationTypes, type OperationTypes } from './page-types.js';
import type { SchemaFile } from './schema-files.js';

const head = '// Written by `npm run compose`: change the schema, the vocabulary or the operation instead.\n';
const prefix = 'Page';

/**
 * What the page in `web/` knows of the hub: its own registered operations (those whose name begins with Page) by their hash, with the
 * types of what they give and take; the Dutch words of each enum in them; the municipalities, the regions and the middles of postcode areas; and for what each role may look.
 */
export function pageFiles(supergraph: string): SchemaFile[] {
  const schema = answerSchema(supergraph);
  const { operations, types } = typesOf(schema);
  const enums = types.filter(isEnumType).sort((a, b) => a.name.localeCompare(b.name));
  return [
    { path: 'web/generated/operations.ts', text: operationsText(operations, types) },
    { path: 'web/generated/words.ts', text: `${head}\n${enums.map(wordsText).join('\n')}` },
    { path: 'web/generated/municipalities.ts', text: municipalitiesText() },
    { path: 'web/generated/regions.ts', text: regionsText() },
    { path: 'web/generated/purposes.ts', text: purposesText() },
    { path: 'web/generated/postcode-areas.ts', text: postcodeAreasText() },
  ];
}

interface PageOperation extends OperationTypes {
  readonly documentId: string;
  readonly description: string;
}

function typesOf(schema: GraphQLSchema): { operations: PageOperation[]; types: GraphQLNamedType[] } {
  const found = new Set<GraphQLNamedType>();
  const note = (type: GraphQLNamedType): void => void found.add(type);
  const operations = [...readOperations().values()]
    .filter(({ name }) => name.startsWith(prefix))
    .map(({ document, documentId, description }) => ({
      ...operationTypes(schema, document, note),
      documentId,
      description,
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
  // a set may grow while it is walked: inputs name others
  for (const type of found) inputLines(type, note);
  return { operations, types: [...found] };
}

function operationsText(operations: readonly PageOperation[], types: readonly GraphQLNamedType[]): string {
  const inputs = types.filter((type) => !isEnumType(type)).sort((a, b) => a.name.localeCompare(b.name));
  const words = types
    .filter(isEnumType)
    .map(({ name }) => name)
    .sort();
  const ignore = (): void => undefined;
  return [
    head,
    `import type { PageOperation } from '../hub/operation.js';`,
    `import type { ${words.join(', ')} } from './words.js';\n`,
    ...inputs.map((type) => `export interface ${type.name} {\n  ${inputLines(type, ignore).join('\n  ')}\n}\n`),
    ...operations.map(operationText),
  ].join('\n');
}

function operationText({ name, kind, data, variables, documentId, description }: PageOperation): string {
  const own = name.slice(prefix.length);
  const constant = own.charAt(0).toLowerCase() + own.slice(1);
  return `export interface ${own}Data ${data}

/** ${description} */
export const ${constant}: PageOperation<${own}Data, ${variables}> = {
  kind: '${kind}',
  documentId: '${documentId}',
};
`;
}

function wordsText(type: GraphQLEnumType): string {
  const { name } = type;
  const constant = name.charAt(0).toLowerCase() + name.slice(1);
  const lines = type.getValues().map((value) => `  ${value.name}: ${JSON.stringify(value.description ?? value.name)},`);
  return `export const ${constant} = {\n${lines.join('\n')}\n} as const;\nexport type ${name} = keyof typeof ${constant};\n`;
}

function municipalitiesText(): string {
  const lines = municipalities().map(({ code, name }) => `  ${JSON.stringify([code, name])},`);
  return `${head}\n/** Code and name of every municipality, by name. */\nexport const municipalities: readonly (readonly [code: string, name: string])[] = [\n${lines.join('\n')}\n];\n`;
}

function regionsText(): string {
  const text = JSON.stringify({ [flevoland.key]: flevoland.name });
  return `${head}\n/** The name of every youth region, by its key. */\nexport const regions: Readonly<Record<string, string>> = ${text};\n`;
}

const areasFile = new URL('../../subgraphs/capacity/migrations/postcode-areas.csv', import.meta.url);

function postcodeAreasText(): string {
  const [source = '', , ...rows] = readFileSync(areasFile, 'utf8').trimEnd().split('\n');
  const lines = rows.map((row) => row.replaceAll(',', ' '));
  return `${head}\n/**\n * ${source.replace(/^# /, '')}\n * A line for each: its digits, the code of its municipality, latitude and longitude.\n */\nexport const postcodeAreas = \`${lines.join('\n')}\`;\n`;
}

function purposesText(): string {
  const text = JSON.stringify(purposesOfRole, null, 2);
  return `${head}\n/** Why each role may look at data about people, the usual first. */\nexport const purposesOfRole: Readonly<Record<string, readonly string[]>> = ${text};\n`;
}
