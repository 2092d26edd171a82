/** How much one request may ask, checked before anything is planned. */
export const limits = {
  connections: 4_000,
  bodyBytes: 100_000,
  /** For a mutation of somebody who writes in bulk. */
  bulkBodyBytes: 512_000,
  characters: 15_000,
  tokens: 1_000,
  depth: 12,
  aliases: 15,
  directives: 20,
  rootFields: { query: 5, mutation: 1, subscription: 0 },
  /** Fields and fragments with every spread counted again: what the planner has to walk through. */
  selections: 500,
  /** Objects that an operation may ask for, pages counted by their size. */
  cost: 5_000,
  /** How many items a list that is no page is taken to have. */
  assumedListSize: 10,
  /** The same below a type that turns up below itself: nobody in earnest asks in circles, and these keep a hub busy. */
  circularListSize: 50,
  /** Above what any operation takes, which says itself how many rows fit. */
  listItems: 1_000,
  inputDepth: 12,
  /** How many faults of one document are told. */
  validationErrors: 5,
  /** How many errors one answer carries at the most. */
  reportedErrors: 100,
} as const;

/** What was too much, as the error names it. */
export type Measure =
  | 'characters'
  | 'tokens'
  | 'depth'
  | 'aliases'
  | 'directives'
  | 'root fields'
  | 'selections'
  | 'cost'
  | 'list items'
  | 'input depth';
