/** The three subgraphs, in the order in which the main question passes them. */
export const subgraphNames = ['cases', 'capacity', 'people'] as const;

export type SubgraphName = (typeof subgraphNames)[number];
