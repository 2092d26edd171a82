import { describe, expect, it } from '@jest/globals';
import type { JWTPayload } from 'jose';
import { secondFactorAt } from './second-factor.js';

const at = 1_795_000_000;
const then = new Date(at * 1_000);

describe('somebody who signed in', () => {
  it.each<[string, JWTPayload, Date | null]>([
    ['with several factors', { amr: ['pwd', 'mfa'], auth_time: at }, then],
    ['at a level that means so', { acr: 'loa3', auth_time: at }, then],
    ['with a password', { amr: ['pwd'], auth_time: at }, null],
    ['with a single factor that is no password', { amr: ['otp'], auth_time: at }, null],
    ['at a lower level', { acr: 'loa2', auth_time: at }, null],
    ['at a moment that is not told', { amr: ['mfa'] }, null],
    ['at a moment that is no moment', { amr: ['mfa'], auth_time: 'now' }, null],
    ['at a moment beyond all time', { amr: ['mfa'], auth_time: 1e15 }, null],
    ['with methods that are no list', { amr: 'mfa', auth_time: at }, null],
    ['in a way that is not told', { auth_time: at }, null],
  ])('%s', (_how, claims, expected) => {
    expect(secondFactorAt(claims, ['loa3'])).toEqual(expected);
  });
});
