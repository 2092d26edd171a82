/** A registered operation of the page: what it gives and takes, and the hash by which it is asked for. Its text never leaves the hub. */
export interface PageOperation<Data, Variables> {
  readonly kind: 'query' | 'mutation';
  readonly documentId: string;
  /** Never there: they carry the types of an answer and its variables. */
  readonly data?: Data;
  readonly variables?: Variables;
}
