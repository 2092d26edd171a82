import { parseArgs } from 'node:util';
import { runCommand } from '../commands/run-command.js';
import { withHubDatabase } from '../database/with-hub-database.js';
import { readEnvironment, toHubConfig } from '../hub/config.js';
import { findParkedEvents, retryParkedEvents } from './parked-events.js';

const usage = `npm run events [-- --retry]
  Lists the events that could not be handed on and were parked, with the code of what went wrong.
  --retry   has them tried again, by the hub that runs or at the next start`;

await runCommand(usage, async (args) => {
  const { values } = parseArgs({ args, options: { retry: { type: 'boolean', default: false } } });
  await withHubDatabase(toHubConfig(readEnvironment()), async (ownerUrl) => {
    const parked = await findParkedEvents(ownerUrl);
    for (const { subgraph, kind, eventId, occurredAt, attempts, errorCode } of parked)
      console.log(`${occurredAt.toISOString()}  ${subgraph}  ${kind}  ${eventId}  ${attempts} attempts, ${errorCode}`);
    if (parked.length === 0) console.log('No event is parked.');
    else if (values.retry) console.log(`Tried again: ${await retryParkedEvents(ownerUrl)}.`);
  });
});
