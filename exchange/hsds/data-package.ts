import { hsdsTables, type Field, type HsdsTable } from './hsds-tables.js';

/** The descriptor of a tabular data package (specs.frictionlessdata.io/tabular-data-package) of the tables of HSDS. */
export function dataPackage(completeUntil: string): string {
  return JSON.stringify(
    {
      profile: 'tabular-data-package',
      name: 'human_services_data',
      title: 'Jeugdhulpaanbod volgens Open Referral HSDS',
      description: `Compleet tot ${completeUntil}: geef dit moment de volgende keer mee als since.`,
      version: '3.1',
      created: completeUntil,
      homepage: 'https://docs.openreferral.org',
      resources: hsdsTables.map(toResource),
    },
    null,
    2,
  );
}

function toResource({ name, path, fields }: HsdsTable): object {
  const foreignKeys = fields.flatMap((field) =>
    field.refersTo === undefined ? [] : [{ fields: field.name, reference: { resource: field.refersTo, fields: 'id' } }],
  );
  return {
    name,
    path,
    profile: 'tabular-data-resource',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    schema: { fields: fields.map(toField), primaryKey: 'id', foreignKeys },
  };
}

function toField({ name, type, format, isRequired }: Field): object {
  return { name, type, ...(format && { format }), constraints: { required: isRequired, unique: name === 'id' } };
}
