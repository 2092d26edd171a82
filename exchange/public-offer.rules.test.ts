import { describe, expect, it } from '@jest/globals';
import type { Caller, Role } from '../platform/identity/caller.js';
import { toPublicOffer } from './public-offer.rules.js';
import { offerNode } from './testing/offer-node.js';

const owner = offerNode().organisation?.id ?? '';

function caller(role: Role, organisationId: string | null = null): Caller {
  return {
    subject: 's',
    roles: [role],
    organisationId,
    region: null,
    language: 'nl',
    requestId: 'r',
    accessPoint: 'token',
    scopes: null,
    purpose: 'FIND_CARE',
    operation: null,
  };
}

const broker = caller('care-broker');

describe('what is told of an offer', () => {
  it('is what is free after what is held, without the key of the provider’s system', () => {
    const offer = toPublicOffer(offerNode(), broker);
    expect(offer).toMatchObject({ ownKey: null, figure: { available: 1, asOf: '2026-11-21T09:00:00.000Z' } });
    expect(JSON.stringify(offer)).not.toContain('LEEUW-3');
  });

  it.each<Role>(['provider-system', 'provider-planner'])('is to a %s its own figure, under its own key', (role) => {
    expect(toPublicOffer(offerNode(), caller(role, owner))).toMatchObject({
      ownKey: 'LEEUW-3',
      figure: { available: 2 },
    });
    expect(toPublicOffer(offerNode(), caller(role, 'another'))).toMatchObject({
      ownKey: null,
      figure: { available: 1 },
    });
  });

  it('is not the key to somebody of the organisation who is no provider’s planner', () => {
    expect(toPublicOffer(offerNode(), caller('case-owner', owner))?.ownKey).toBeNull();
  });

  it('is no figure when none is known now', () => {
    const { availability } = offerNode();
    const stale = availability && { ...availability, status: 'UNKNOWN', available: null, maximum: null };
    expect(toPublicOffer(offerNode({ availability: stale }), broker)?.figure).toBeNull();
    expect(toPublicOffer(offerNode({ availability: null }), broker)?.figure).toBeNull();
  });

  it('changed last with its text or with its figure', () => {
    expect(toPublicOffer(offerNode(), broker)?.lastChangedAt).toBe('2026-11-21T09:00:02.000Z');
    expect(toPublicOffer(offerNode({ latestReport: null }), broker)?.lastChangedAt).toBe('2026-11-20T08:00:00.000Z');
  });

  it('is nothing without an organisation', () => {
    expect(toPublicOffer(offerNode({ organisation: null }), broker)).toBeNull();
  });
});

describe('a secret location', () => {
  const secret = offerNode({ placeFeatures: ['SECRET_LOCATION'] });

  it('is told without anything that leads to it', () => {
    const offer = toPublicOffer(secret, broker);
    expect(offer?.place).toEqual({ id: expect.any(String), name: 'geheime locatie', area: null });
    const text = JSON.stringify(offer);
    for (const trace of ['8232', '000012345678', 'hoofdvestiging', secret.site?.id ?? '']) {
      expect(text).not.toContain(trace);
    }
  });

  it('has an identifier of its own, the same every time', () => {
    const again = toPublicOffer(secret, broker)?.place?.id;
    expect(toPublicOffer(secret, broker)?.place?.id).toBe(again);
    const other = toPublicOffer({ ...secret, id: '10000000-0000-4000-8000-000000000002' }, broker)?.place?.id;
    expect(other).not.toBe(again);
  });

  it('is no secret to nobody: not to its own provider’s file either', () => {
    expect(toPublicOffer(secret, caller('provider-system', owner))?.place?.area).toBeNull();
  });
});
