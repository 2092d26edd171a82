import DataLoader from 'dataloader';

const maxBatchSize = 500;

/**
 * A loader for one request: the keys that resolvers ask for in the same tick become one call of `load`.
 * `load` returns what it found, by key, in any order; a key without a value gives `null`.
 */
export function batchLoader<K, V>(load: (keys: readonly K[]) => Promise<ReadonlyMap<K, V>>): DataLoader<K, V | null> {
  return new DataLoader<K, V | null>(
    async (keys) => {
      const found = await load(keys);
      return keys.map((key) => found.get(key) ?? null);
    },
    { maxBatchSize },
  );
}

/** A loader that asks each question of a request once, however many fields ask it. */
export function onceLoader<Q, V>(answer: (question: Q) => Promise<V>): DataLoader<Q, V, string> {
  const tell = (question: Q): Promise<V | Error> =>
    answer(question).catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
  return new DataLoader((questions) => Promise.all(questions.map(tell)), {
    cacheKeyFn: (question) => JSON.stringify(question),
  });
}

/** The loader that was made for the same question before, or a new one. */
export function loaderFor<R>(
  known: Map<string, DataLoader<string, R[] | null>>,
  question: unknown,
  load: (ids: readonly string[]) => Promise<ReadonlyMap<string, R[]>>,
): DataLoader<string, R[] | null> {
  const key = JSON.stringify(question);
  const loader = known.get(key) ?? batchLoader(load);
  known.set(key, loader);
  return loader;
}

export function mapBy<K, V>(values: readonly V[], key: (value: V) => K): Map<K, V> {
  return new Map(values.map((value) => [key(value), value]));
}

export function groupBy<K, V>(values: readonly V[], key: (value: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) {
    const group = groups.get(key(value));
    if (group) group.push(value);
    else groups.set(key(value), [value]);
  }
  return groups;
}
