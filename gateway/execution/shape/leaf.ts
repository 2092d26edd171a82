import { GraphQLBoolean, GraphQLFloat, GraphQLID, GraphQLInt, GraphQLString, isEnumType } from 'graphql';
import type { GraphQLLeafType } from 'graphql';
import { note, type Complete } from './fault.js';

type Fits = (value: unknown) => boolean;

const largest = 2 ** 31;

const fitsScalar: Readonly<Record<string, Fits>> = {
  [GraphQLString.name]: (value) => typeof value === 'string',
  [GraphQLBoolean.name]: (value) => typeof value === 'boolean',
  [GraphQLFloat.name]: (value) => typeof value === 'number' && Number.isFinite(value),
  [GraphQLInt.name]: (value) => Number.isInteger(value) && Number(value) >= -largest && Number(value) < largest,
  [GraphQLID.name]: (value) => typeof value === 'string' || Number.isSafeInteger(value),
};

/** A value of a scalar or enum as it is, or null and a fault. What a custom scalar may be is known to its subgraph alone. */
export function completeLeaf(type: GraphQLLeafType, where: string): Complete {
  const fits = fitsOf(type);
  const message = `Invalid value found for ${where}.`;
  return (value, faults) => {
    if (value === undefined || value === null) return null;
    if (fits(value)) return value;
    note(faults, message);
    return null;
  };
}

/** A value of a scalar or enum as graphql-js would send it, which may make another of it, or null and a fault. */
export function serializeLeaf(type: GraphQLLeafType, where: string): Complete {
  const message = `Invalid value found for ${where}.`;
  return (value, faults) => {
    if (value === undefined || value === null) return null;
    const serialized = serialize(type, value);
    if (serialized === undefined || serialized === null) note(faults, message);
    return serialized ?? null;
  };
}

function serialize(type: GraphQLLeafType, value: unknown): unknown {
  try {
    return type.serialize(value);
  } catch {
    return null;
  }
}

function fitsOf(type: GraphQLLeafType): Fits {
  if (!isEnumType(type)) return fitsScalar[type.name] ?? (() => true);
  const names = new Set<unknown>(type.getValues().map(({ name }) => name));
  return (value) => names.has(value);
}
