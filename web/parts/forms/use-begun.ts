import { useCallback, useState } from 'react';
import { useIsUnderWay } from '../../hub/under-way.js';

interface Thing {
  readonly id: string;
}

/** A list that changes by itself, without taking away what somebody works on. */
export interface Begun<T> {
  /** The list as it is now, and those that left it meanwhile. */
  readonly shown: readonly T[];
  /** Whether the hub has it no more in its list; not while a step is under way, by which it may have left. */
  readonly hasLeft: (one: T) => boolean;
  /** Somebody works on it from now on, or no more. */
  readonly mark: (one: T, isBegun: boolean) => void;
}

export function useBegun<T extends Thing>(now: readonly T[]): Begun<T> {
  const [begun, setBegun] = useState<ReadonlyMap<string, T>>(new Map());
  const stand = new Set(now.map(({ id }) => id));
  const mark = useCallback(
    (one: T, isBegun: boolean) =>
      setBegun((before) => {
        const after = new Map(before);
        if (isBegun) after.set(one.id, one);
        else after.delete(one.id);
        return after;
      }),
    [],
  );
  const isUnderWay = useIsUnderWay();
  const isGone = ({ id }: T): boolean => !stand.has(id);
  return {
    shown: [...now, ...[...begun.values()].filter(isGone)],
    hasLeft: (one) => isGone(one) && !isUnderWay,
    mark,
  };
}
