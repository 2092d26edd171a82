import { useSyncExternalStore } from 'react';

let underWay = 0;
const watchers = new Set<() => void>();

function count(more: number): void {
  underWay += more;
  for (const onChange of watchers) onChange();
}

/** Takes a step. It is under way until what came of it was told. */
export async function takeStep<Result>(take: () => Promise<Result>): Promise<Result> {
  count(1);
  try {
    return await take();
  } finally {
    // whoever awaits it goes first
    setTimeout(() => count(-1));
  }
}

/** Whether somebody in this tab waits for what comes of a step. */
export function useIsUnderWay(): boolean {
  return useSyncExternalStore(watch, isUnderWay);
}

function watch(onChange: () => void): () => void {
  watchers.add(onChange);
  return () => void watchers.delete(onChange);
}

function isUnderWay(): boolean {
  return underWay > 0;
}
