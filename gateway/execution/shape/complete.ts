import {
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLAbstractType,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { isRow, type Row } from '../rows.js';
import type { Terms } from './collect.js';
import { addStep, bubble, note, type Complete } from './fault.js';
import { completeLeaf, serializeLeaf } from './leaf.js';
import { Shape } from './shape.js';

/** Compiles what becomes of a field. Of one that is checked it is a fault that it is not there. */
export function completeField(
  terms: Terms,
  type: GraphQLOutputType,
  sets: readonly SelectionSetNode[],
  where: string,
): Complete {
  const complete = completeValue(terms, type, sets, where);
  if (!terms.isChecked) return complete;
  const empty = isNonNullType(type) ? bubble : null;
  return (value, faults) => {
    if (value !== undefined) return complete(value, faults);
    note(faults, `Nothing was given for ${where}.`);
    return empty;
  };
}

/** CompleteValue of the specification, for values that are JSON already. */
function completeValue(
  terms: Terms,
  type: GraphQLOutputType,
  sets: readonly SelectionSetNode[],
  where: string,
): Complete {
  if (isNonNullType(type)) return completeRequired(completeValue(terms, type.ofType, sets, where), where);
  if (isListType(type)) return completeList(completeValue(terms, type.ofType, sets, where), where);
  if (isLeafType(type)) return terms.isChecked ? serializeLeaf(type, where) : completeLeaf(type, where);
  const shape = new Shape(terms, { type, sets }, where);
  return terms.isChecked ? completeChecked(shape, type, terms.schema, where) : completeObject(shape, where);
}

/** What is null for a fault beneath it was told there. */
function completeRequired(complete: Complete, where: string): Complete {
  const message = `Cannot return null for non-nullable ${where}.`;
  return (value, faults) => {
    const known = faults.length;
    const completed = complete(value, faults);
    if (completed !== null) return completed;
    if (faults.length === known) note(faults, message);
    return bubble;
  };
}

function completeList(complete: Complete, where: string): Complete {
  const message = `Invalid value found for ${where}: no list.`;
  return (value, faults) => {
    if (value === undefined || value === null) return null;
    if (!Array.isArray(value)) {
      note(faults, message);
      return null;
    }
    const completed: unknown[] = [];
    let isNull = false;
    for (let index = 0; index < value.length; index += 1) {
      const known = faults.length;
      const item = complete(value[index], faults);
      if (faults.length !== known) addStep(faults, known, index);
      if (item === bubble) isNull = true;
      completed.push(item);
    }
    return isNull ? null : completed;
  };
}

function completeObject(shape: Shape, where: string): Complete {
  const message = `Invalid value found for ${where}: no object.`;
  return (value, faults) => {
    if (value === undefined || value === null) return null;
    if (typeof value === 'object' && !Array.isArray(value)) return shape.shape(value as Row, faults);
    note(faults, message);
    return null;
  };
}

/** An object of the type that it must be of; what is none is taken for one that holds nothing. */
function completeChecked(shape: Shape, type: GraphQLCompositeType, schema: GraphQLSchema, where: string): Complete {
  const typeOf = isObjectType(type) ? () => type : (value: unknown) => toldType(value, type, schema);
  return (value, faults) => {
    if (value === undefined || value === null) return null;
    const objectType = typeOf(value);
    if (objectType) return shape.shapeAs(objectType, isRow(value) ? value : {}, faults);
    note(faults, `No type is known of the object at ${where}.`);
    return null;
  };
}

function toldType(value: unknown, type: GraphQLAbstractType, schema: GraphQLSchema): GraphQLObjectType | null {
  const told = isRow(value) ? value['__typename'] : undefined;
  const found = typeof told === 'string' ? schema.getType(told) : undefined;
  return isObjectType(found) && schema.isSubType(type, found) ? found : null;
}
