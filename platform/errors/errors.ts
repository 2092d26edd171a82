import { GraphQLError } from 'graphql';
import { breakGlassErrorTexts } from './texts/break-glass-errors.js';
import { caseErrorTexts } from './texts/case-errors.js';
import { holdErrorTexts } from './texts/hold-errors.js';
import { identityErrorTexts } from './texts/identity-errors.js';
import { importErrorTexts } from './texts/import-errors.js';
import { inputErrorTexts } from './texts/input-errors.js';
import { noticeErrorTexts } from './texts/notice-errors.js';
import { placementErrorTexts } from './texts/placement-errors.js';
import { publishingErrorTexts } from './texts/publishing-errors.js';
import { directoryErrorTexts } from './texts/directory-errors.js';
import { deploymentErrorTexts } from './texts/deployment-errors.js';
import { referralErrorTexts } from './texts/referral-errors.js';
import { requestErrorTexts } from './texts/request-errors.js';
import { serviceErrorTexts } from './texts/service-errors.js';
import { workErrorTexts } from './texts/work-errors.js';
import type { ErrorText } from './texts/error-text.js';

/** The languages in which the hub speaks to people. Dutch unless English is asked for. */
export type Language = 'nl' | 'en';

/** Every error a client can see: its code, and in both languages what to do next. `{name}` is filled from the parameters. */
export const errorTexts = {
  ...identityErrorTexts,
  ...inputErrorTexts,
  ...requestErrorTexts,
  ...publishingErrorTexts,
  ...importErrorTexts,
  ...holdErrorTexts,
  ...directoryErrorTexts,
  ...deploymentErrorTexts,
  ...referralErrorTexts,
  ...placementErrorTexts,
  ...breakGlassErrorTexts,
  ...noticeErrorTexts,
  ...serviceErrorTexts,
  ...workErrorTexts,
  ...caseErrorTexts,
} as const satisfies Record<string, ErrorText>;

export type ErrorCode = keyof typeof errorTexts;

/** Values that a message may name: limits, names of fields and subgraphs. Never a value that the client sent. */
export type ErrorParameters = Readonly<Record<string, string | number>>;

export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errorTexts, code);
}

/** The message of an error in the reader's language, its parameters filled in. */
export function errorMessage(code: ErrorCode, language: Language, parameters: ErrorParameters = {}): string {
  return fillIn(errorTexts[code][language], parameters);
}

/** A text with `{name}` filled from the parameters. */
export function fillIn(text: string, parameters: ErrorParameters): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(parameters[name] ?? '…'));
}

/** The only error that leaves a subgraph or the gateway with its message: a code from the table above and its parameters. */
export class HubError extends GraphQLError {
  readonly code: ErrorCode;
  readonly parameters: ErrorParameters;

  constructor(code: ErrorCode, parameters: ErrorParameters = {}) {
    super(errorMessage(code, 'nl', parameters), { extensions: { code, ...parameters } });
    this.name = 'HubError';
    this.code = code;
    this.parameters = parameters;
  }
}
