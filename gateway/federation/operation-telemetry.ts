import type { ApolloServerPlugin, GraphQLResponse } from '@apollo/server';
import { trace } from '@opentelemetry/api';
import { counter, durations, watched } from '../../platform/telemetry/metrics.js';
import { isErrorCode } from '../../platform/errors/errors.js';
import type { Counts } from '../execution/compiled-gateway.js';
import type { RequestContext } from './request-context.js';

const operationSeconds = durations(
  'operation_seconds',
  'How long operations took: registered ones by name, and whether the answer was whole.',
  ['operation', 'outcome'],
);
const errors = counter('errors_total', 'Errors that callers were told, by code.', ['code']);

/** Counts each operation, how long it took and which errors it was told. Only an operation of the hub itself has a name. */
export const watchOperations: ApolloServerPlugin<RequestContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response, contextValue: { caller, startedAt } }) => {
        const operation = caller.operation?.name ?? 'other';
        const outcome = note(response);
        operationSeconds.observe({ operation, outcome }, (performance.now() - startedAt) / 1_000);
        trace.getActiveSpan()?.setAttributes({ operation, outcome });
        return Promise.resolve();
      },
    }),
};

function note({ body }: GraphQLResponse): string {
  if (body.kind !== 'single') return 'other';
  const { data, errors: told = [] } = body.singleResult;
  for (const { extensions } of told) {
    const code = extensions?.['code'];
    errors.inc({ code: isErrorCode(code) ? code : 'other' });
  }
  if (data === undefined || data === null) return told.length > 0 ? 'refused' : 'whole';
  return told.length > 0 ? 'partial' : 'whole';
}

const watchExecutions = watched('executions', 'Operations that ran since the start, as compiled code or why not.', [
  'way',
]);
const watchKept = watched('executions_kept', 'In how many ways operations are kept compiled.', []);
const watchPlanned = watched(
  'plans_made',
  'Plans that were made since the start: ahead, or while a caller waited.',
  [],
);

/** Shows how operations are run, for as long as the gateway is open. Gives what ends it. */
export function watchCompiled(counts: () => Counts): () => void {
  const unwatch = watchExecutions((gauge) => {
    const { compiled, stock } = counts();
    gauge.inc({ way: 'compiled' }, compiled);
    for (const [reason, count] of Object.entries(stock)) gauge.inc({ way: reason }, count);
  });
  const unwatchKept = watchKept((gauge) => gauge.inc(counts().kept));
  const unwatchPlanned = watchPlanned((gauge) => gauge.inc(counts().planned));
  return () => {
    unwatch();
    unwatchKept();
    unwatchPlanned();
  };
}
