import { describe, expect, it } from '@jest/globals';
import { ConfigurationError } from '../../platform/process/environment.js';
import { toCasesConfig } from './config.js';

describe('how cases are put before providers', () => {
  it('is for four weeks, on consent or on a measure of a judge, unless it is set otherwise', () => {
    expect(toCasesConfig({})).toEqual({
      referralDays: 28,
      retentionDays: 90,
      sharingGrounds: ['CONSENT', 'SECURE_AUTHORISATION', 'PROTECTION_MEASURE', 'PROBATION'],
    });
    expect(toCasesConfig({ REFERRAL_DAYS: '7', SHARING_GROUNDS: 'DUTY_TO_COLLEGE, CONSENT' })).toEqual({
      referralDays: 7,
      retentionDays: 90,
      sharingGrounds: ['CONSENT', 'DUTY_TO_COLLEGE'],
    });
  });

  it.each([
    { REFERRAL_DAYS: '0' },
    { REFERRAL_DAYS: '91' },
    { SHARING_GROUNDS: 'PERMISSION' },
    { SHARING_GROUNDS: '' },
  ])('is not set to %j', (environment) => {
    expect(() => toCasesConfig(environment)).toThrow(ConfigurationError);
  });
});
