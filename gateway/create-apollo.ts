import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { Kind, type DocumentNode, type FragmentDefinitionNode } from 'graphql';
import { errorTexts, HubError, isErrorCode } from '../platform/errors/errors.js';
import type { Logger } from '../platform/process/logger.js';
import { chargeMisses } from './budgets/charge-misses.js';
import { apolloLogger } from './federation/apollo-logger.js';
import { watchOperations } from './federation/operation-telemetry.js';
import type { Federation } from './federation/create-federation.js';
import type { RequestContext } from './federation/request-context.js';
import { checkCost } from './limits/cost/check-cost.js';
import { checkScopes, committedScopes } from './limits/scopes/check-scopes.js';
import { checkVariables } from './limits/variables/check-variables.js';
import { documentRules } from './limits/document-rules.js';
import { checkBodySize } from './limits/limit-body.js';
import { limits } from './limits/limits.js';
import type { ErrorPresenter } from './present-error/present-error.js';
import { documentIdOf, type RegisteredOperations } from './registered/registered-operations.js';

export interface ApolloOptions {
  readonly federation: Federation;
  readonly introspection: boolean;
  readonly presenter: ErrorPresenter;
  readonly logger: Logger;
  readonly operations: RegisteredOperations;
}

/** Apollo Server with everything off that the hub does not use, and its limits on. */
export function createApollo({
  federation,
  introspection,
  presenter,
  logger,
  operations,
}: ApolloOptions): ApolloServer<RequestContext> {
  return new ApolloServer<RequestContext>({
    gateway: federation.gateway,
    introspection,
    logger: apolloLogger(logger),
    formatError: (formatted, error) => presenter.present(formatted, error),
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxLexicalTokens: limits.tokens },
    maxRecursiveSelections: limits.selections,
    validationRules: documentRules(),
    validationOptions: { maxErrors: limits.validationErrors },
    plugins: [
      ...switchedOff(),
      checksBeforePlanning(operations),
      chargeMisses,
      statusOfRefusal,
      watchOperations,
      federation.plugin,
    ],
  });
}

function switchedOff(): ApolloServerPlugin<RequestContext>[] {
  return [
    ApolloServerPluginCacheControlDisabled(),
    ApolloServerPluginInlineTraceDisabled(),
    ApolloServerPluginLandingPageDisabled(),
    ApolloServerPluginSchemaReportingDisabled(),
    ApolloServerPluginUsageReportingDisabled(),
  ];
}

/** What depends on the request and not on the document alone: a document that passed is not validated again. */
function checksBeforePlanning(operations: RegisteredOperations): ApolloServerPlugin<RequestContext> {
  const scopes = committedScopes();
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: async ({ operation, schema, request, document, source, contextValue }) => {
          if (!operation) throw new HubError('OPERATION_RESOLUTION_FAILURE');
          const isRegistered = operations.has(documentIdOf(source));
          checkScopes(contextValue.caller, { schema, document, operation, isRegistered }, scopes);
          checkBodySize(contextValue.bodyBytes, operation.operation);
          const variables = checkVariables({
            schema,
            definitions: operation.variableDefinitions ?? [],
            variables: request.variables ?? {},
            isRegistered: () => isRegistered,
          });
          const asked = checkCost({ schema, operation, fragments: fragmentsOf(document), variables });
          await contextValue.meter?.charge({ requests: 1, cost: Math.max(asked.cost, 1), objects: asked.objects });
        },
      }),
  };
}

function fragmentsOf({ definitions }: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment]));
}

/** A request that was refused, and so has no data, answers with the HTTP status of its code. */
const statusOfRefusal: ApolloServerPlugin<RequestContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response }) => {
        if (response.body.kind === 'single' && response.body.singleResult.data === undefined) {
          const code = response.body.singleResult.errors?.[0]?.extensions?.['code'];
          if (isErrorCode(code)) response.http.status = errorTexts[code].status;
        }
        return Promise.resolve();
      },
    }),
};
