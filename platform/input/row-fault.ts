import { HubError, type ErrorCode, type ErrorParameters } from '../errors/errors.js';

/** Why one row of many was refused: a code of the hub, the place in the input and what else its message names. Survives JSON. */
export interface RowFault {
  readonly code: ErrorCode;
  readonly parameters: ErrorParameters & { readonly field: string };
}

export function rowFault(code: ErrorCode, field: string, parameters: ErrorParameters = {}): RowFault {
  return { code, parameters: { ...parameters, field } };
}

/** A value that is not as it should be; `expected` says how it should. */
export function badValue(field: string, expected: string): RowFault {
  return rowFault('BAD_USER_INPUT', field, { expected });
}

/** The fault of one row where a check would refuse the whole request; null when it passes. */
export function faultOf(check: () => unknown): RowFault | null {
  try {
    check();
    return null;
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    return rowFault(error.code, String(error.parameters['field'] ?? ''), error.parameters);
  }
}

/** A whole number between two bounds; null when it is one, or was not given. */
export function wholeFault(field: string, value: number | null, min: number, max: number): RowFault | null {
  const isWhole = value === null || (Number.isInteger(value) && value >= min && value <= max);
  return isWhole ? null : rowFault('BAD_USER_INPUT', field, { expected: `${min}..${max}`, min, max });
}
