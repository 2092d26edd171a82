import { Kind, parse, type FieldDefinitionNode, type ObjectTypeDefinitionNode, type TypeNode } from 'graphql';
import type { SubgraphSchemas } from './compose-supergraph.js';

type Owners = Readonly<Record<string, string>>;
type ObjectTypes = readonly ObjectTypeDefinitionNode[];

/**
 * The fields that another subgraph completes and that are not nullable, each with what to do. Composition does not complain of
 * them, but a subgraph that is down would empty the whole answer around such a field.
 */
export function requiredForeignFields(schemas: SubgraphSchemas, owners: Owners): string[] {
  const types = Object.fromEntries(Object.entries(schemas).map(([name, sdl]) => [name, objectTypes(sdl)]));
  return [
    ...withoutOwner(types, owners),
    ...Object.keys(types).flatMap((name) => findings(name, types[name] ?? [], owners)),
  ];
}

/** An entity of several subgraphs whose owner nobody has named. */
function withoutOwner(types: Readonly<Record<string, ObjectTypes>>, owners: Owners): string[] {
  const entities = Object.values(types).flatMap((own) => own.filter(isEntity).map(({ name }) => name.value));
  const shared = entities.filter((name, index) => entities.indexOf(name) !== index);
  return [...new Set(shared)]
    .filter((name) => !(name in owners))
    .map((name) => `${name} is in several subgraphs: say in entity-owners.ts which of them owns it`);
}

function findings(subgraph: string, types: ObjectTypes, owners: Owners): string[] {
  const borrowed = types.filter((type) => isEntity(type) && (owners[type.name.value] ?? subgraph) !== subgraph);
  const names = new Set(borrowed.map(({ name }) => name.value));
  return types.flatMap((type) =>
    (type.fields ?? []).flatMap((field) => {
      const place = `${subgraph}: ${type.name.value}.${field.name.value}`;
      if (isRequiredReference(field.type, names)) return [`${place} refers to a borrowed entity: make that nullable`];
      const isAdded = borrowed.includes(type) && !isKey(type, field) && !hasDirective(field, 'external');
      return isAdded && field.type.kind === Kind.NON_NULL_TYPE
        ? [`${place} is added to a borrowed entity: make it nullable`]
        : [];
    }),
  );
}

/** Whether the entity itself, alone or as item of a list, is required; the list may be. */
function isRequiredReference(type: TypeNode, borrowed: ReadonlySet<string>): boolean {
  if (type.kind === Kind.NAMED_TYPE) return false;
  if (type.kind === Kind.LIST_TYPE) return isRequiredReference(type.type, borrowed);
  return type.type.kind === Kind.NAMED_TYPE
    ? borrowed.has(type.type.name.value)
    : isRequiredReference(type.type, borrowed);
}

function objectTypes(sdl: string): ObjectTypes {
  return parse(sdl).definitions.filter((definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION);
}

function isEntity(type: ObjectTypeDefinitionNode): boolean {
  return hasDirective(type, 'key');
}

function isKey(type: ObjectTypeDefinitionNode, field: FieldDefinitionNode): boolean {
  const keys = type.directives?.filter(({ name }) => name.value === 'key') ?? [];
  const fields = keys.flatMap((key) => key.arguments?.find(({ name }) => name.value === 'fields')?.value ?? []);
  return fields.some((value) => value.kind === Kind.STRING && value.value.split(/\W+/).includes(field.name.value));
}

function hasDirective(node: ObjectTypeDefinitionNode | FieldDefinitionNode, wanted: string): boolean {
  return node.directives?.some(({ name }) => name.value === wanted) ?? false;
}
