import { describe, expect, it } from '@jest/globals';
import { createAdmission } from './admission.js';
import { defaultAdmission, toAdmissionLimits } from './limits.js';
import { toWorkers } from './workers.js';

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

describe('a gateway of several workers', () => {
  it('is one process unless it is told otherwise', () => {
    expect([toWorkers({}), toWorkers({ GATEWAY_WORKERS: '4' })]).toEqual([1, 4]);
  });

  it.each(['0', '1.5', '-1', 'two', '65'])('names the setting when there cannot be as many: %s', (text) => {
    expect(() => toWorkers({ GATEWAY_WORKERS: text })).toThrow('GATEWAY_WORKERS must be a whole number from 1 to 64.');
  });

  it('lets each of them have its share of what may be underway, and one at least', async () => {
    const lets = async (workers: number): Promise<number> => {
      const admission = createAdmission({ broker: 5, provider: 1, dashboard: 1 }, workers);
      let most = 0;
      const next = (): Promise<void> => admission.admit('broker', () => ((most += 1), next()));
      await expect(next()).rejects.toMatchObject({ code: 'OVERLOADED' });
      admission.close();
      return most;
    };
    expect([await lets(1), await lets(2), await lets(8)]).toEqual([5, 2, 1]);
  });
});
