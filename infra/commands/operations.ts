import { parseArgs } from 'node:util';
import { listed, readOperations } from '../../gateway/registered/registered-operations.js';
import { isRole, roles } from '../../platform/identity/caller.js';
import { runCommand, WrongWords } from './run-command.js';

const usage = `npm run operations [-- --role provider-system] [--json]
  Lists the operations that keep working as they are, with the documentId by which a request may name them and the roles whose they are.
  --role   only those of one role
  --json   the same with the documents, as GET /operations gives it`;

await runCommand(usage, (args) => {
  const { values } = parseArgs({
    args,
    options: { role: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const { role } = values;
  if (role !== undefined && !isRole(role)) throw new WrongWords(`--role must be one of ${roles.join(', ')}.`);
  const operations = [...readOperations().values()].filter((one) => role === undefined || one.roles.includes(role));
  if (values.json) console.log(JSON.stringify({ operations: operations.map(listed) }, null, 2));
  else
    for (const { name, kind, description, documentId, roles: own } of operations)
      console.log(`${kind} ${name}\n  ${documentId}\n  ${own.join(', ')}\n  ${description}`);
  return Promise.resolve();
});
