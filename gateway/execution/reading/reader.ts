import { isObjectType, isUnionType, Kind, type GraphQLObjectType } from 'graphql';
import type { FieldNode, OperationDefinitionNode } from 'graphql';
import { NotCompiled } from '../not-compiled.js';
import { isRow, type Path, type Row } from '../rows.js';
import { collectFields, type Selected, type Terms } from '../shape/collect.js';
import { addStep, note, type Fault } from '../shape/fault.js';
import { Shape } from '../shape/shape.js';

/** What is left of an answer of a subgraph when it is read. */
export interface Reading {
  readonly data: Row | null;
  /** The places at which the answer does not hold what was asked: missing, of the wrong type, or about another entity. */
  readonly faults: readonly Path[];
}

/** Reads the data of a subgraph: only what was asked comes through, and only with the right types. Else a place is null. */
export interface Reader {
  read(data: Row, representations: readonly Readonly<Row>[] | null): Reading;
}

const entitiesField = '_entities';

/** Compiles the reading of one fetch. Throws NotCompiled for a document with names that no object may have. */
export function compileReader(terms: Terms, operation: OperationDefinitionNode): Reader {
  const root = terms.schema.getRootType(operation.operation);
  if (!root) throw new NotCompiled('plan');
  const fetched = entitiesNode(operation);
  if (fetched) return new EntityReader(terms, root, fetched);
  const shape = new Shape(terms, { type: root, sets: [operation.selectionSet] }, root.name);
  return { read: (data) => reading((faults) => shape.shapeAs(root, data, faults)) };
}

function entitiesNode({ selectionSet: { selections } }: OperationDefinitionNode): FieldNode | null {
  const [first] = selections;
  const isOfEntities = selections.length === 1 && first?.kind === Kind.FIELD && first.name.value === entitiesField;
  return isOfEntities && !first.alias ? first : null;
}

function reading(read: (faults: Fault[]) => Row | null): Reading {
  const faults: Fault[] = [];
  const data = read(faults);
  return { data, faults: faults.map(({ reversed }) => reversed.toReversed()) };
}

/** Reads entities: one or null for each representation, of its type. */
class EntityReader implements Reader {
  readonly #selected: Selected;
  readonly #shape: Shape;
  readonly #keys = new Map<string, readonly string[]>();

  constructor(
    private readonly terms: Terms,
    root: GraphQLObjectType,
    { selectionSet }: FieldNode,
  ) {
    const entity = terms.schema.getType('_Entity');
    if (!isUnionType(entity) || !selectionSet || !root.getFields()[entitiesField]) throw new NotCompiled('plan');
    this.#selected = { type: entity, sets: [selectionSet] };
    this.#shape = new Shape(terms, this.#selected, entity.name);
  }

  read(data: Row, representations: readonly Readonly<Row>[] | null): Reading {
    return reading((faults) => {
      const entities = data[entitiesField];
      const asked = representations ?? [];
      const isWhole = Array.isArray(entities) && entities.length === asked.length;
      if (!isWhole) note(faults, 'not one entity for each representation');
      const read = isWhole ? asked.map((one, index) => this.#readAt(index, entities[index], one, faults)) : null;
      addStep(faults, 0, entitiesField);
      return read && { [entitiesField]: read };
    });
  }

  #readAt(index: number, entity: unknown, asked: Readonly<Row>, faults: Fault[]): Row | null {
    const known = faults.length;
    const read = entity === null ? null : this.#readEntity(entity, asked, faults);
    addStep(faults, known, index);
    return read;
  }

  #readEntity(entity: unknown, asked: Readonly<Row>, faults: Fault[]): Row | null {
    const type = this.#typeOf(asked);
    if (type && isRow(entity) && isOf(entity, type))
      return this.#shape.shapeAs(type, this.#ofKey(entity, asked, type), faults);
    note(faults, 'not what was asked');
    return null;
  }

  #typeOf({ __typename: name }: Readonly<Row>): GraphQLObjectType | null {
    const type = typeof name === 'string' ? this.terms.schema.getType(name) : undefined;
    const { type: entity } = this.#selected;
    return isObjectType(type) && isUnionType(entity) && entity.getTypes().includes(type) ? type : null;
  }

  /** A field of the key comes back as it was sent, or the answer is about another entity: then it counts as not given. */
  #ofKey(entity: Row, asked: Readonly<Row>, type: GraphQLObjectType): Row {
    const other = this.#keysOf(type).filter(
      (name) => isScalar(asked[name]) && Object.hasOwn(entity, name) && entity[name] !== asked[name],
    );
    return other.length === 0 ? entity : { ...entity, ...Object.fromEntries(other.map((name) => [name, undefined])) };
  }

  /** The fields that are asked for under their own names. */
  #keysOf(type: GraphQLObjectType): readonly string[] {
    const known = this.#keys.get(type.name);
    if (known) return known;
    const plain = collectFields(this.terms, this.#selected, type).filter(({ name, field }) => name === field);
    const names = plain.map(({ name }) => name);
    this.#keys.set(type.name, names);
    return names;
  }
}

function isScalar(value: unknown): boolean {
  return value !== undefined && value !== null && typeof value !== 'object';
}

/** An entity may leave its type unsaid; one that says null belies it. */
function isOf({ __typename: told }: Readonly<Row>, { name }: GraphQLObjectType): boolean {
  return told === undefined || told === name;
}
