import { ApolloArmor } from '@escape.tech/graphql-armor';
import type { ValidationContext, ValidationRule } from 'graphql';
import { HubError } from '../../platform/errors/errors.js';
import { limits, type Measure } from './limits.js';
import { rootFieldsRule } from './root-fields.js';

/** Rules on the size of a document, for Apollo Server's `validationRules`. Each reports QUERY_TOO_LARGE with its measure. */
export function documentRules(): ValidationRule[] {
  const armor = new ApolloArmor({
    maxDepth: { n: limits.depth, flattenFragments: true, ...reporting('depth') },
    maxAliases: { n: limits.aliases, allowList: [], ...reporting('aliases') },
    maxDirectives: { n: limits.directives, ...reporting('directives') },
    // these three stand elsewhere: tokens in the parser, suggestions in the presented errors, cost in check-cost, which knows variables
    maxTokens: { enabled: false },
    blockFieldSuggestion: { enabled: false },
    costLimit: { enabled: false },
  });
  return [...armor.protect().validationRules, rootFieldsRule];
}

function reporting(measure: Measure) {
  const report = (context: ValidationContext | null): void =>
    context?.reportError(new HubError('QUERY_TOO_LARGE', { measure }));
  return { onReject: [report], propagateOnRejection: false };
}
