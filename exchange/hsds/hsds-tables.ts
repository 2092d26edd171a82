import type { HsdsAttribute, TypedHsds } from './hsds-objects.js';

/** A table of the tabular data package of HSDS: its file and its columns, in order. */
export interface HsdsTable {
  readonly name: string;
  readonly path: string;
  readonly fields: readonly Field[];
}

export interface Field {
  readonly name: string;
  readonly type: 'string' | 'number' | 'datetime';
  readonly format?: 'uuid' | 'email' | 'uri';
  readonly isRequired: boolean;
  /** The table whose `id` this column holds. */
  readonly refersTo?: string;
}

const text = (name: string, isRequired = false): Field => ({ name, type: 'string', isRequired });
const number = (name: string, isRequired = false): Field => ({ name, type: 'number', isRequired });
const datetime = (name: string, isRequired = false): Field => ({ name, type: 'datetime', isRequired });
const id: Field = { name: 'id', type: 'string', format: 'uuid', isRequired: true };
const pointer = (name: string, refersTo?: string): Field => ({
  name,
  type: 'string',
  format: 'uuid',
  isRequired: true,
  ...(refersTo !== undefined && { refersTo }),
});

/** The tables that the hub fills, with the columns that it fills; file names as in the specification. */
export const hsdsTables: readonly HsdsTable[] = [
  {
    name: 'organization',
    path: 'organizations.csv',
    fields: [
      id,
      text('name', true),
      text('description', true),
      { ...text('email'), format: 'email' },
      { ...text('website'), format: 'uri' },
    ],
  },
  {
    name: 'service',
    path: 'services.csv',
    fields: [
      id,
      pointer('organization_id', 'organization'),
      text('name', true),
      text('description'),
      text('status', true),
      text('eligibility_description'),
      number('minimum_age'),
      number('maximum_age'),
      text('alert'),
      datetime('last_modified'),
    ],
  },
  {
    name: 'location',
    path: 'locations.csv',
    fields: [
      id,
      text('location_type', true),
      pointer('organization_id', 'organization'),
      text('name'),
      text('description'),
      text('external_identifier'),
      text('external_identifier_type'),
    ],
  },
  {
    name: 'service_at_location',
    path: 'service_at_location.csv',
    fields: [id, pointer('service_id', 'service'), pointer('location_id', 'location')],
  },
  {
    name: 'service_capacity',
    path: 'service_capacity.csv',
    fields: [
      id,
      pointer('service_id', 'service'),
      pointer('unit_id', 'unit'),
      number('available', true),
      number('maximum'),
      text('description'),
      datetime('updated', true),
    ],
  },
  { name: 'unit', path: 'units.csv', fields: [id, text('name', true), text('scheme'), text('identifier')] },
  {
    name: 'phone',
    path: 'phones.csv',
    fields: [id, pointer('organization_id', 'organization'), text('number', true), text('type')],
  },
  {
    name: 'organization_identifier',
    path: 'organization_identifiers.csv',
    fields: [
      id,
      pointer('organization_id', 'organization'),
      text('identifier_scheme'),
      text('identifier_type', true),
      text('identifier', true),
    ],
  },
  {
    name: 'service_area',
    path: 'service_areas.csv',
    fields: [id, pointer('service_id', 'service'), text('name'), text('uri')],
  },
  { name: 'language', path: 'languages.csv', fields: [id, pointer('service_id', 'service'), text('code')] },
  {
    name: 'attribute',
    path: 'attributes.csv',
    fields: [
      id,
      pointer('link_id'),
      pointer('taxonomy_term_id', 'taxonomy_term'),
      text('link_entity', true),
      text('value'),
      text('label'),
    ],
  },
  {
    name: 'taxonomy_term',
    path: 'taxonomy_terms.csv',
    fields: [id, text('code'), text('name', true), text('description', true), text('taxonomy'), text('language')],
  },
];

/** A row for the table of that name. */
export interface TableRow {
  readonly table: string;
  readonly row: object;
}

/** The rows of an object and of what stands inside it. A taxonomy term comes with each attribute that uses it. */
export function rowsOf({ type, ...object }: TypedHsds): TableRow[] {
  return [
    { table: type, row: object },
    ...Object.entries(object).flatMap(([name, inside]) => rowsInside(name, inside)),
  ];
}

const tableOfList: Readonly<Record<string, string>> = {
  phones: 'phone',
  organization_identifiers: 'organization_identifier',
  service_areas: 'service_area',
  languages: 'language',
};

function rowsInside(name: string, inside: unknown): TableRow[] {
  if (!Array.isArray(inside)) return [];
  if (name === 'attributes') return (inside as HsdsAttribute[]).flatMap(attributeRows);
  const table = tableOfList[name];
  return table === undefined ? [] : inside.map((row) => ({ table, row: row as object }));
}

function attributeRows(attribute: HsdsAttribute): TableRow[] {
  return [
    { table: 'attribute', row: attribute },
    { table: 'taxonomy_term', row: attribute.taxonomy_term },
  ];
}
