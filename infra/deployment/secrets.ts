import { resolve } from 'node:path';
import { ConfigurationError } from '../../platform/process/environment.js';
import { runCommand, WrongWords } from '../commands/run-command.js';
import { makeSecrets } from './make-secrets.js';

const usage = `npm run secrets -- <folder> <postgres://owner:password@host:5432/database>
  Makes the keys, the passwords and a file of variables for each part of a hub whose parts are deployed one by one.`;

await runCommand(usage, async (args) => {
  const [folder, url, ...more] = args;
  if (folder === undefined || url === undefined || more.length > 0)
    throw new WrongWords('Say which folder, and where the database is.');
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol))
    throw new ConfigurationError('The database must look like postgres://owner:password@host:5432/database.');
  await makeSecrets(resolve(folder), url);
  console.log(`${folder} holds what each part must know. Keep a copy where neither the hub nor its backups are.`);
});
