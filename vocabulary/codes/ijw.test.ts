import { describe, expect, it } from '@jest/globals';
import { isIjwCategory, isProductCode } from './ijw.js';

describe('an iJw product category', () => {
  it.each(['40', '45', '46', '50', '55'])('%s is in use', (code) => {
    expect(isIjwCategory(code)).toBe(true);
  });

  it.each(['31', '38', '39', '56', '4', '045', '45 ', '45\n', '', 'constructor'])('%j is not', (code) => {
    expect(isIjwCategory(code)).toBe(false);
  });
});

describe('an iJw product code', () => {
  it.each(['45A48', '1', 'é-0'])('%j has the form', (code) => {
    expect(isProductCode(code)).toBe(true);
  });

  it.each(['', '45A481', '45 A', '45A4\n', ' '])('%j has not', (code) => {
    expect(isProductCode(code)).toBe(false);
  });
});
