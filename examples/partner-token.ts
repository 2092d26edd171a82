// Publishes figures as a registered client, with a token that is of no use to whoever finds it:
//   HUB_URL=http://127.0.0.1:4000 CLIENT_ID=... CLIENT_KEY=....jwk node examples/partner-token.ts examples/figures.json [--rehearse]
// Needs Node (22.18 or newer runs it as it stands, 20 through npx tsx) and openid-client.
import { randomUUID, type webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as oauth from 'openid-client';

// one line says what went wrong, with the code of the token endpoint where it has one
process.on('uncaughtException', ({ error, message }: Error & { error?: string }) => {
  console.error([error, message].filter(Boolean).join(': '));
  process.exitCode = 1;
});

const { HUB_URL = 'http://127.0.0.1:4000', CLIENT_ID = '', CLIENT_KEY = '' } = process.env;
const scope = 'registers/capacity/offers:publish';
// PublishCapacity, as GET /operations lists it
const documentId = 'sha256:f03fd4cf9e4bde9b5f4f155f9d0050212e7035795a85d91b13f5744940fc3cfd';

type Result = { offerKey: string; outcome: string; error: { message: string } | null };
type Answer = { data?: { publishCapacity: { results: Result[] } | null }; errors?: { message: string }[] };

const jwk = JSON.parse(readFileSync(CLIENT_KEY, 'utf8')) as webcrypto.JsonWebKey & { kid: string };
const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' };
const key = await crypto.subtle.importKey('jwk', jwk, jwk.crv === 'Ed25519' ? 'Ed25519' : ecdsa, false, ['sign']);

// over http on this machine only: anywhere else the hub is behind https
const isHere = HUB_URL.startsWith('http://127.0.0.1');
const hub = await oauth.discovery(
  new URL(`${HUB_URL}/oauth`),
  CLIENT_ID,
  {},
  oauth.PrivateKeyJwt({ key, kid: jwk.kid }),
  {
    execute: isHere ? [oauth.allowInsecureRequests] : [],
  },
);
// a key for this run alone: token and proofs are bound to it
const DPoP = oauth.getDPoPHandle(hub, await oauth.randomDPoPKeyPair());
// holds for ten minutes: a client that runs on asks again before that
const { access_token: token } = await oauth.clientCredentialsGrant(hub, { scope }, { DPoP });

const [file = 'examples/figures.json', flag] = process.argv.slice(2);
const reports = (JSON.parse(readFileSync(file, 'utf8')) as object[]).map((one) => ({ ...one, sequence: Date.now() }));
const input = {
  idempotencyKey: randomUUID(),
  asOf: new Date().toISOString(),
  isRehearsal: flag === '--rehearse',
  reports,
};
const headers = new Headers({ 'content-type': 'application/json', 'accept-language': 'en' });
const body = JSON.stringify({ documentId, variables: { input } });
const response = await oauth.fetchProtectedResource(hub, token, new URL(`${HUB_URL}/graphql`), 'POST', body, headers, {
  DPoP,
});
const { data, errors } = (await response.json()) as Answer;
if (!data?.publishCapacity) throw new Error(errors?.[0]?.message ?? 'no answer');
for (const { offerKey, outcome, error } of data.publishCapacity.results)
  console.log([offerKey, outcome, error?.message].filter(Boolean).join(': '));
