import { isLeafType, isListType, isNonNullType, type GraphQLOutputType, type SelectionSetNode } from 'graphql';
import type { Row } from '../rows.js';
import type { Terms } from './collect.js';
import { addStep, bubble, note, type Complete } from './fault.js';
import { completeLeaf } from './leaf.js';
import { Shape } from './shape.js';

/** Compiles what becomes of the value of a field: CompleteValue of the specification, for values that are JSON already. */
export function completeValue(
  terms: Terms,
  type: GraphQLOutputType,
  sets: readonly SelectionSetNode[],
  where: string,
): Complete {
  if (isNonNullType(type)) return completeRequired(completeValue(terms, type.ofType, sets, where), where);
  if (isListType(type)) return completeList(completeValue(terms, type.ofType, sets, where), where);
  if (isLeafType(type)) return completeLeaf(type, where);
  return completeObject(new Shape(terms, { type, sets }, where), where);
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
