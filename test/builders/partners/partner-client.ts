import { readFile } from 'node:fs/promises';
import { importJWK, type CryptoKey, type JWK } from 'jose';
import type { Scope } from '../../../platform/identity/scopes.js';
import { assertion, proof, testKey } from '../../../gateway/testing/machine.js';

/** A registered client as the system of a partner has it: its private key, and one of its own for proofs. */
export interface PartnerClient {
  /** A token, for publishing unless told otherwise. */
  token(scope?: Scope): Promise<string>;
  /** Posts to /graphql; with a new proof, unless one is given. */
  post(token: string, body: object, sent?: string): Promise<Response>;
  proofFor(token: string): Promise<string>;
}

export async function partnerClient(hubUrl: string, clientId: string, keyFile: string): Promise<PartnerClient> {
  const jwk = JSON.parse(await readFile(keyFile, 'utf8')) as JWK;
  const key = (await importJWK(jwk, 'ES256')) as CryptoKey;
  const sender = await testKey();
  const issuer = `${hubUrl}/oauth`;
  const url = `${hubUrl}/graphql`;
  const proofFor = (token: string): Promise<string> => proof(sender, { url, token });
  return {
    proofFor,
    async token(scope = 'registers/capacity/offers:publish') {
      const body = new URLSearchParams({
        grant_type: 'client_credentials',
        scope,
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: await assertion(clientId, sender, issuer, { header: { kid: jwk.kid }, key }),
      });
      const headers = { dpop: await proof(sender, { url: `${issuer}/token` }) };
      const response = await fetch(`${issuer}/token`, { method: 'POST', body, headers });
      return ((await response.json()) as { access_token: string }).access_token;
    },
    async post(token, body, sent) {
      const headers = {
        'content-type': 'application/json',
        authorization: `DPoP ${token}`,
        dpop: sent ?? (await proofFor(token)),
      };
      return fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    },
  };
}
