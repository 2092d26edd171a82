import { committedDocument } from '../../gateway/registered/registered-operations.js';
import { withClient } from '../../infra/database/client.js';
import type { MeasuredHub } from './measured-hub.js';

/** The one query of a broker for options, for the same case of the demonstration region each time. */
export async function flagshipRequest(hub: MeasuredHub): Promise<{ readonly token: string; readonly body: string }> {
  const { rows } = await withClient(hub.database, (client) =>
    client.query<{ id: string }>(`select id from cases.case_file where number = 'FL-26-0042'`),
  );
  if (!rows[0]) throw new Error('there is no case FL-26-0042');
  const token = await hub.token({ sub: 'bench', roles: ['care-broker'], region: 'flevoland' });
  const variables = { caseId: rows[0].id, first: 10, after: null };
  return { token, body: JSON.stringify({ query: committedDocument('find-options'), variables }) };
}

/** Asks it; gives the text of its answer. */
export async function flagshipOf(hub: MeasuredHub): Promise<() => Promise<string>> {
  const { token, body } = await flagshipRequest(hub);
  return () => hub.post(token, body);
}
