import { parseArgs } from 'node:util';
import { readOperations } from '../../gateway/registered/registered-operations.js';
import { runCommand } from './run-command.js';

const usage = `npm run operations [-- --json]
  Lists the operations that keep working as they are, with the documentId by which a request may name them.
  --json   the same with the documents, as GET /operations gives it`;

await runCommand(usage, (args) => {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } });
  const operations = [...readOperations().values()];
  if (values.json) console.log(JSON.stringify({ operations }, null, 2));
  else
    for (const { name, kind, description, documentId } of operations)
      console.log(`${kind} ${name}\n  ${documentId}\n  ${description}`);
  return Promise.resolve();
});
