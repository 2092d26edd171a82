import { ConfigurationError, oneOf, required, type Environment } from '../../platform/process/environment.js';
import type { MailSettings } from '../../platform/sending/mailer.js';
import type { Reach } from '../../platform/sending/webhook/webhook-url.js';
import { officerMailOf, type OfficerMail } from './events/mail/officer-mail.js';
import { termTable, withDefaults, type TermTable } from './availability/freshness.rules.js';
import { holdTermsWithDefaults, holdTermTable, type HoldTermTable } from './hold/steps/hold-terms.rules.js';

export interface CapacityConfig {
  /** From what age a figure is AGING and STALE, per rung and method. */
  readonly freshness: TermTable;
  /** How long a provider may take to answer and a hold lasts, per rung. */
  readonly holdTerms: HoldTermTable;
  /** Which hosts events may be sent to. */
  readonly webhooks: Reach;
  /** How mail is sent; null when it is not. */
  readonly mail: MailSettings | null;
  /** Where the privacy officers of a region are mailed, besides where they asked for it themselves. */
  readonly officerMail: OfficerMail;
}

/** Reads FRESHNESS_TERMS and HOLD_TERMS, JSON of the shapes of `FreshnessTerms` and `HoldTerms`; every part may be left out; WEBHOOK_LOOPBACK; SMTP_URL and MAIL_FROM; PRIVACY_OFFICER_MAIL, JSON with an address for each region. */
export function toCapacityConfig(environment: Environment): CapacityConfig {
  return {
    freshness: termTable(
      readJson(
        environment,
        'FRESHNESS_TERMS',
        withDefaults,
        '{"byRung":{"FOSTER":{"MACHINE":{"agingHours":24,"staleHours":72}}}}, with byMethod, crisis and byRung',
      ),
    ),
    holdTerms: holdTermTable(
      readJson(
        environment,
        'HOLD_TERMS',
        holdTermsWithDefaults,
        '{"byRung":{"FOSTER":{"answerHours":24,"holdHours":72,"startHours":336,"restHours":168}}}, with usual, crisis and byRung',
      ),
    ),
    mail: readMail(environment),
    officerMail: readOfficerMail(environment),
    webhooks: { isLoopbackAllowed: oneOf(environment, 'WEBHOOK_LOOPBACK', ['on', 'off'], 'off') === 'on' },
  };
}

function readJson<T>(
  environment: Environment,
  name: string,
  shapeOf: (given: unknown) => T | null,
  example: string,
): T {
  const text = environment[name] ?? '';
  try {
    const read = shapeOf(text === '' ? {} : JSON.parse(text));
    if (read) return read;
  } catch {
    // falls through: text that is not JSON is refused like values that make no sense
  }
  throw new ConfigurationError(`${name} must be JSON such as ${example}.`);
}

function readMail(environment: Environment): MailSettings | null {
  const smtpUrl = environment['SMTP_URL'] ?? '';
  if (smtpUrl === '') return null;
  if (!URL.canParse(smtpUrl) || !/^smtps?:$/.test(new URL(smtpUrl).protocol))
    throw new ConfigurationError('SMTP_URL must look like smtps://user:password@mail.example:465.');
  return { smtpUrl, from: required(environment, 'MAIL_FROM') };
}

function readOfficerMail(environment: Environment): OfficerMail {
  const officerMail = readJson(environment, 'PRIVACY_OFFICER_MAIL', officerMailOf, '{"flevoland":"fg@example.org"}');
  if (Object.keys(officerMail).length > 0) required(environment, 'SMTP_URL');
  return officerMail;
}
