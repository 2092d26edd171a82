import { describe, expect, it } from '@jest/globals';
import { DeclineReason } from '../../../../vocabulary/decline-reason.js';
import { toRefusal } from './hold-step.input.js';

describe('a no without a reason', () => {
  it('is told which reasons there are', () => {
    const refused = (): unknown => toRefusal({ idempotencyKey: 'a', holdId: 'b', answer: 'REFUSE' });
    const expected = { field: 'reason', expected: DeclineReason.codes.join(', ') };
    expect(refused).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT', parameters: expected }));
  });
});
