import { ConfigurationError, integer, type Environment } from '../../process/environment.js';

/** Which copies of the database searches may be asked of. */
export interface ReplicaSettings {
  /** Hosts with their ports; role, password and name of the database are those of the database itself. */
  readonly hosts: readonly string[];
  /** How far behind the database a copy may be to be asked. */
  readonly mostBehindMs: number;
}

const hostPattern = /^(\[[0-9a-f:]+\]|[\w.-]+)(:\d{1,5})?$/i;

/** Reads DATABASE_REPLICAS, hosts with a comma between them, and REPLICA_BEHIND_MS. */
export function replicaSettings(environment: Environment): ReplicaSettings {
  const named = (environment['DATABASE_REPLICAS'] ?? '').split(',').map((host) => host.trim());
  const hosts = named.filter((host) => host !== '');
  if (!hosts.every((host) => hostPattern.test(host)))
    throw new ConfigurationError('DATABASE_REPLICAS must be hosts such as replica-1:5432,replica-2:5432.');
  return {
    hosts,
    mostBehindMs: integer(environment, 'REPLICA_BEHIND_MS', { default: 5_000, min: 2_000, max: 60_000 }),
  };
}

/** The same database on another host: the usual port where none is named. */
export function onHost(url: string, host: string): string {
  const moved = new URL(url);
  moved.port = '';
  moved.host = host;
  return moved.href;
}
