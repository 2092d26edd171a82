import { describe, expect, it } from '@jest/globals';
import { roles, type Role } from '../../platform/identity/caller.js';
import { classOf, defaultTerms, toBudgetTerms } from './terms.js';

describe('the class of a caller', () => {
  it.each<[Role[], string]>([
    [['care-broker'], 'broker'],
    [['provider-system'], 'provider'],
    [['analyst'], 'dashboard'],
    [['operator'], 'dashboard'],
    [['analyst', 'provider-planner'], 'provider'],
    [['provider-planner', 'case-owner'], 'broker'],
  ])('of %j is that of the role whose work goes first: %s', (held, expected) => {
    expect(classOf(held)).toBe(expected);
  });

  it('gives a broker more than a provider or a dashboard may ask of objects', () => {
    const { broker, provider, dashboard } = defaultTerms;
    expect(broker.objects).toBeGreaterThan(provider.objects);
    expect(provider.cost).toBeGreaterThan(dashboard.cost);
    expect(roles.map((role) => classOf([role]))).toEqual(expect.arrayContaining(['broker', 'provider', 'dashboard']));
  });
});

describe('BUDGETS', () => {
  it('keeps its default in every part that is left out', () => {
    const terms = toBudgetTerms({ BUDGETS: '{"broker":{"cost":7},"doors":{"tokens":1}}' });
    expect(terms).toEqual({
      ...defaultTerms,
      broker: { ...defaultTerms.broker, cost: 7 },
      doors: { ...defaultTerms.doors, tokens: 1 },
    });
    expect(toBudgetTerms({})).toEqual(defaultTerms);
  });

  it.each([
    '{',
    '[]',
    'null',
    '{"broker":1}',
    '{"brokers":{}}',
    '{"broker":{"costs":1}}',
    '{"broker":{"cost":0}}',
    '{"broker":{"cost":"9"}}',
    '{"doors":{"tokens":1.5}}',
    '{"toString":{}}',
  ])('is refused when it makes no sense: %s', (text) => {
    expect(() => toBudgetTerms({ BUDGETS: text })).toThrow('BUDGETS must be JSON such as');
  });
});
