import { describe, expect, it } from '@jest/globals';
import { oinVectors } from './oin-vectors.js';
import { isAgb, isEstablishmentNumber, isKvk, isOin, isRegistered } from './registers.js';

describe('the form of a KvK number and of an AGB code', () => {
  it.each([
    ['12345678', true],
    ['00000101', true],
    ['1234567', false],
    ['123456789', false],
    ['1234567a', false],
    [' 12345678', false],
    ['12345678\n', false],
    ['１２３４５６７８', false],
    ['', false],
  ])('%j: %s', (text, expected) => {
    expect(isKvk(text)).toBe(expected);
    expect(isAgb(text)).toBe(expected);
  });
});

describe('the form of an establishment number', () => {
  it.each([
    ['000012345678', true],
    ['123456789012', true],
    ['12345678901', false],
    ['1234567890123', false],
    ['00001234567a', false],
    ['000012345678\n', false],
    ['', false],
  ])('%j: %s', (text, expected) => {
    expect(isEstablishmentNumber(text)).toBe(expected);
  });
});

describe('the form of an OIN', () => {
  it.each(oinVectors)('%j: %s (%s)', (text, expected) => {
    expect(isOin(text)).toBe(expected);
  });

  it('stands in a register like the other two', () => {
    expect(['00000101', '00000003000001010000', '5'].map(isRegistered)).toEqual([true, true, false]);
  });
});
