import { describe, expect, it } from '@jest/globals';
import { defaultAdmission, toAdmissionLimits } from './limits.js';

describe('how many questions may be underway', () => {
  it('has a default, of which each part can be told otherwise', () => {
    expect(toAdmissionLimits({})).toEqual(defaultAdmission);
    expect(toAdmissionLimits({ UNDERWAY: '{"dashboard":2}' })).toEqual({ ...defaultAdmission, dashboard: 2 });
  });

  it.each(['x', '[]1', '{"broker":0}', '{"broker":1.5}', '{"brokers":3}', '{"broker":"many"}', '7', '[]'])(
    'names the setting that makes no sense: %s',
    (text) => {
      expect(() => toAdmissionLimits({ UNDERWAY: text })).toThrow('UNDERWAY must be JSON');
    },
  );
});
