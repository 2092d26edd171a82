import { testSealer } from '../../content-keys.js';
import { randomUUID } from 'node:crypto';
import { openDatabase } from '../../../platform/database/database.js';
import type { BackgroundTask } from '../../../platform/background/repeat.js';
import type { Caller } from '../../../platform/identity/caller.js';
import { createLogger } from '../../../platform/process/logger.js';
import { capacityTasks } from '../../../subgraphs/capacity/background/tasks.js';
import { toCapacityConfig } from '../../../subgraphs/capacity/config.js';
import { openCapacity } from '../../../subgraphs/capacity/server.js';
import { capacityStorage } from '../../../subgraphs/capacity/storage.js';
import { casesTasks } from '../../../subgraphs/cases/background/tasks.js';
import { askSubgraph } from '../ask-subgraph.js';
import { openGlassDesk } from './glass-desk.js';

export const officerAddress = 'fg@example.org';

/** What opens restricted cases, beside capacity on the same database, which tells of it; whatever is done unasked is done when a test says so. */
export type ToldDesk = Awaited<ReturnType<typeof openToldDesk>>;

export async function openToldDesk() {
  const glass = await openGlassDesk();
  const { database } = glass;
  const open = (duty?: 'background') =>
    openDatabase(capacityStorage, {
      sealer: testSealer(),
      url: database.url('capacity'),
      applicationName: 'told-test',
      poolSize: 2,
      statementTimeoutMs: 10_000,
      ...(duty && { duty }),
    });
  const [requests, background] = [await open(), await open('background')];
  const settings = (smtpUrl: string) => ({
    SMTP_URL: smtpUrl,
    MAIL_FROM: 'hub@example.org',
    PRIVACY_OFFICER_MAIL: JSON.stringify({ flevoland: officerAddress }),
  });
  const capacity = await openCapacity(requests, toCapacityConfig(settings('smtp://127.0.0.1')));
  const logger = createLogger('test', 'silent');
  const run = async (tasks: readonly BackgroundTask[], name: string): Promise<void> => {
    await tasks.find((task) => task.name === name)?.run(new AbortController().signal);
  };
  const tasksOfCapacity = (smtpUrl = 'smtp://127.0.0.1') => capacityTasks(background, settings(smtpUrl), logger);

  return {
    ...glass,
    background,
    /** Capacity as a request has it: row level security holds, and no duty lifts it. */
    requests,

    async begin(): Promise<void> {
      await glass.begin();
      await database.owner.query('truncate cases.outbox, cases.erasure cascade');
      await database.owner.query(
        'truncate capacity.outbox, capacity.notice, capacity.notice_address, capacity.mail, capacity.break_glass_case, capacity.hand_over_case, capacity.case_projection cascade',
      );
    },

    /** The turns of both relays, as they come one after the other. */
    async relay(): Promise<void> {
      await run(casesTasks(database.db, {}, logger), 'relay');
      await run(tasksOfCapacity(), 'relay');
    },

    mail: (smtpUrl: string) => run(tasksOfCapacity(smtpUrl), 'mail'),

    /** Asks for mail, with the code that the hub mailed. */
    async wantMail(caller: Caller, address: string, codeOf: () => Promise<string>): Promise<void> {
      const send = async (name: string, type: string, input: object) => {
        const document = `mutation ($input: ${type}!) { ${name}(input: $input) { isReplay } }`;
        const { errors } = await askSubgraph(capacity, caller, document, {
          input: { idempotencyKey: randomUUID(), ...input },
        });
        if (errors.length > 0) throw new Error(String(errors[0]?.code));
      };
      await send('setNoticeAddress', 'SetNoticeAddressInput', { address });
      await send('confirmNoticeAddress', 'ConfirmNoticeAddressInput', { code: await codeOf() });
    },

    /** What somebody is told; codes of errors where it may not ask. */
    async toldTo(caller: Caller, fields = 'kind breakGlassId message'): Promise<readonly unknown[]> {
      const { data, errors } = await askSubgraph(capacity, caller, `{ notices { edges { node { ${fields} } } } }`);
      const page = data?.['notices'] as { edges: { node: object }[] } | null | undefined;
      return page ? page.edges.map(({ node }) => node) : errors.map(({ code }) => code);
    },

    async close(): Promise<void> {
      await requests.destroy();
      await background.destroy();
      await database.close();
    },
  };
}
