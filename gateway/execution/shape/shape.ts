import { isCompositeType, isObjectType, type GraphQLCompositeType } from 'graphql';
import { isInherited, type Row } from '../rows.js';
import { collectFields, type Collected, type Selected, type Terms } from './collect.js';
import { completeField } from './complete.js';
import { addStep, bubble, note, type Complete, type Fault } from './fault.js';

/** One field of an answer, compiled for objects of one type. */
interface Field {
  readonly name: string;
  readonly isInherited: boolean;
  readonly complete: Complete;
}

/**
 * What is selected of an object, compiled for each type that an object turns out to have when the first of it comes. Shaping gives
 * the object as the answer shows it, or null for one that lacks what must be there.
 */
export class Shape {
  readonly #byType = new Map<string, readonly Field[]>();
  /** Whether it is the type of queries or mutations, for which subgraphs may have names of their own. */
  readonly #isRoot: boolean;

  constructor(
    private readonly terms: Terms,
    private readonly selected: Selected,
    private readonly where: string,
  ) {
    const { schema } = terms;
    this.#isRoot = selected.type === schema.getQueryType() || selected.type === schema.getMutationType();
  }

  /** Shapes an object by the type that it says to be of, which an object of an unknown type cannot be. */
  shape(row: Row, faults: Fault[]): Row | null {
    const told = this.#isRoot ? null : row['__typename'];
    if (told === undefined || told === null || told === '') return this.shapeAs(this.selected.type, row, faults);
    const fields = typeof told === 'string' ? (this.#byType.get(told) ?? this.#fieldsOfName(told)) : null;
    if (fields) return shapeWith(fields, row, faults);
    note(faults, `Invalid __typename found for object at ${this.where}.`);
    return null;
  }

  /** Shapes an object as one of a type, whatever it says to be. */
  shapeAs(type: GraphQLCompositeType, row: Row, faults: Fault[]): Row | null {
    return shapeWith(this.#byType.get(type.name) ?? this.#fieldsOf(type), row, faults);
  }

  #fieldsOfName(name: string): readonly Field[] | null {
    const type = this.terms.schema.getType(name);
    return isCompositeType(type) ? this.#fieldsOf(type) : null;
  }

  #fieldsOf(type: GraphQLCompositeType): readonly Field[] {
    const fields = collectFields(this.terms, this.selected, type).map((field) => compileField(this.terms, field, type));
    this.#byType.set(type.name, fields);
    return fields;
  }
}

function shapeWith(fields: readonly Field[], row: Row, faults: Fault[]): Row | null {
  const shaped: Row = {};
  for (const field of fields) {
    const { name } = field;
    const known = faults.length;
    const value = field.complete(field.isInherited && !Object.hasOwn(row, name) ? undefined : row[name], faults);
    if (faults.length !== known) addStep(faults, known, name);
    if (value === bubble) return null;
    shaped[name] = value;
  }
  return shaped;
}

function compileField(terms: Terms, collected: Collected, parent: GraphQLCompositeType): Field {
  const { name, type } = collected;
  const where = `field ${parent.name}.${name}`;
  const complete = type ? completeField(terms, type, collected.sets, where) : completeTypename(terms, parent, where);
  return { name, isInherited: isInherited(name), complete };
}

/** The name of the type; where only an interface is known, the object that it belongs to is of no type that could be told. */
function completeTypename({ schema }: Terms, parent: GraphQLCompositeType, where: string): Complete {
  if (isObjectType(parent)) return () => parent.name;
  return (told, faults) => {
    if (typeof told === 'string' && isObjectType(schema.getType(told))) return told;
    note(faults, `No type is known of the object at ${where}.`);
    return bubble;
  };
}
