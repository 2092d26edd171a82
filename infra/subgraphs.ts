/** The three subgraphs, in the order in which the main question passes them. */
export const subgraphNames = ['cases', 'capacity', 'people'] as const;

export type SubgraphName = (typeof subgraphNames)[number];

/** Whoever keeps something in the database, each in a schema of its own: the gateway knows clients and sessions. */
export const storageNames = [...subgraphNames, 'gateway'] as const;

export type StorageName = (typeof storageNames)[number];
