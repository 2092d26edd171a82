// Written by `npm run compose`: change the schema, the vocabulary or the operation instead.

/** The name of every youth region, by its key. */
export const regions: Readonly<Record<string, string>> = {"flevoland":"Flevoland"};
