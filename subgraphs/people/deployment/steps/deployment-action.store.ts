import type { EntityManager } from 'typeorm';
import type { DeploymentActionKind } from '../deployment.vocabulary.js';

/** Keeps what duos did. */
export function deploymentActionStore(db: EntityManager) {
  return {
    async add(id: string, kind: DeploymentActionKind, doneOn: string, hours: number): Promise<void> {
      await db.query('insert into deployment_action (deployment_id, kind, done_on, hours) values ($1, $2, $3, $4)', [
        ...[id, kind, doneOn, hours],
      ]);
    },
  };
}

export type DeploymentActionStore = ReturnType<typeof deploymentActionStore>;
