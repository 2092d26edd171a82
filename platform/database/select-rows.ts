import type { EntityManager, EntityMetadata } from 'typeorm';

const written = new WeakMap<EntityMetadata, string>();

/**
 * `select … from …` for all rows of an entity, called `item`, each column under the name of its property: what follows narrows it. A row of it holds what the query builder gives,
 * which writes its statement anew each time and makes its rows one value at a time; for what nearly every request reads.
 */
export function selectRows(db: EntityManager, entity: new () => object): string {
  const metadata = db.dataSource.getMetadata(entity);
  const columns = written.get(metadata) ?? columnsOf(metadata);
  written.set(metadata, columns);
  return `select ${columns} from ${metadata.tableName} item`;
}

/** Throws where a value in the database is not the value of the property: only the query builder knows how to read that. */
function columnsOf({ name, columns }: EntityMetadata): string {
  if (columns.some(({ transformer }) => transformer !== undefined))
    throw new Error(`${name} has a column that is not read as it is kept`);
  return columns.map(({ databaseName, propertyName }) => `item.${databaseName} as "${propertyName}"`).join(', ');
}
