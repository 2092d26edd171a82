import { nestedFragments, repeated } from './documents.js';

/** A way to ask a planner for more work than the length of the document tells; `size` makes it larger. */
export interface Explosion {
  readonly name: string;
  readonly document: (size: number) => string;
  /** Whether the rules of GraphQL itself refuse such documents, or all but the smallest. */
  readonly isInvalid?: boolean;
}

const conditions = (size: number): string => repeated(size, (n) => `$v${n}: Boolean = true`);
const inOrganisation = (selection: string): string => `{organisation(id:"1"){${selection}}}`;

/** Levels that hold each other, from the innermost out. */
function within(size: number, wrap: (inner: string, level: number) => string): string {
  return Array.from({ length: size }, (_, level) => level).reduceRight((inner, level) => wrap(inner, level), 'name');
}

/** What federation gateways were brought to a stand with. */
export const explosions: readonly Explosion[] = [
  { name: 'fragments that each spread the next one twice', document: nestedFragments },
  {
    name: 'inline fragments that hold two each',
    document: (size) =>
      inOrganisation(within(size, (inner) => `... on Organisation{name} ... on Organisation{${inner}}`)),
  },
  {
    name: 'one fragment, spread everywhere',
    document: (size) => `${inOrganisation('...F '.repeat(size * 20))} fragment F on Organisation{id name key}`,
  },
  {
    name: 'conditions within conditions, each by a variable of its own',
    document: (size) =>
      `query(${conditions(size)})${inOrganisation(within(size, (inner, level) => `... @include(if:$v${level}){id ${inner}}`))}`,
  },
  {
    name: 'conditions beside each other, each by a variable of its own',
    document: (size) =>
      `query(${conditions(size)})${inOrganisation(repeated(size, (n) => `... @skip(if:$v${n}){name teams{name}}`))}`,
  },
  {
    name: 'aliases with a condition each',
    document: (size) =>
      `query(${conditions(size)})${inOrganisation(repeated(size, (n) => `a${n}:name @include(if:$v${n})`))}`,
  },
  {
    name: 'one entity under many aliases, each with a hop to another subgraph',
    document: (size) => `{${repeated(size, (n) => `a${n}:offer(id:"${n}"){organisation{name teams{name}}}`)}}`,
  },
  {
    name: 'fragments that go round',
    isInvalid: true,
    document: (size) =>
      `${inOrganisation('...F0')}${repeated(size, (n) => `fragment F${n} on Organisation{id ...F${(n + 1) % size}}`)}`,
  },
  {
    name: 'introspection that goes round',
    isInvalid: true,
    document: (size) => `{__schema{types{${within(size, (inner) => `fields{type{${inner}}}`)}}}}`,
  },
  {
    name: 'directives on one field',
    isInvalid: true,
    document: (size) => inOrganisation(`name ${'@include(if:true) @skip(if:false) '.repeat(size * 10)}`),
  },
  {
    name: 'parts of an answer that come later',
    isInvalid: true,
    document: (size) => inOrganisation(within(size, (inner, level) => `... @defer(label:"d${level}"){id ${inner}}`)),
  },
];

const longest = 15_000;

/** Documents of a family at growing sizes, up to as long as a document may be. */
export function documentsOf({ document }: Explosion): string[] {
  const documents: string[] = [];
  for (let size = 1; size <= 4_096; size = Math.ceil(size * 1.5)) {
    const text = document(size);
    if (text.length > longest) break;
    documents.push(text);
  }
  return documents;
}
