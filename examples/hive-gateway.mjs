// Serves the hub's subgraphs behind Hive Gateway instead of the hub's own gateway, for who has a gateway already:
//   CASES_URL=... CAPACITY_URL=... PEOPLE_URL=... GATEWAY_PRIVATE_KEY=... TOKEN_KEYS_URL=... TOKEN_ISSUER=... TOKEN_AUDIENCE=thuisbasis \
//   PORT=4020 node examples/hive-gateway.mjs
// Needs Node, @graphql-hive/gateway-runtime and jose; with PLANNER=rust also @graphql-hive/router-runtime.
// What the hub's gateway does besides, limits, budgets, registered operations and proofs of senders, is yours to do then.
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { createRemoteJWKSet, importJWK, jwtVerify, SignJWT } from 'jose';

const { TOKEN_ISSUER: issuer = '', TOKEN_AUDIENCE: audience = 'thuisbasis', PORT = '4020' } = process.env;
const callerKeys = createRemoteJWKSet(new URL(process.env['TOKEN_KEYS_URL'] ?? ''));
const signingKey = await importJWK(JSON.parse(process.env['GATEWAY_PRIVATE_KEY'] ?? ''), 'EdDSA');
/** Without it Hive plans by its JavaScript. */
const planner = process.env['PLANNER'] === 'rust' ? await import('@graphql-hive/router-runtime') : null;
const subgraphs = ['cases', 'capacity', 'people'];
const origins = Object.fromEntries(subgraphs.map((name) => [name, process.env[`${name.toUpperCase()}_URL`] ?? '']));

/** What somebody with this role looks for, unless a request says otherwise. */
const purposes = {
  'case-owner': 'OWN_CASE',
  'care-broker': 'FIND_CARE',
  'provider-planner': 'PLAN_CARE',
  analyst: 'STATISTICS',
};

/** The word of a gateway to a subgraph: who asks, for this body, for 30 seconds. */
async function wordFor(subgraph, authorization, body) {
  const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1] ?? '';
  const { payload } = await jwtVerify(token, callerKeys, { issuer, audience, requiredClaims: ['sub', 'exp'] });
  const roles = payload['roles'].filter((role) => role in purposes);
  return new SignJWT({
    roles,
    ...{ org: payload['organisation'] ?? null, region: payload['region'] ?? null },
    ...{ pur: purposes[roles[0] ?? ''], apt: 'hive', lang: 'nl', rid: randomUUID() },
    bh: createHash('sha256').update(body).digest('base64url'),
  })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'hub+jwt' })
    .setIssuer('thuisbasis-gateway')
    .setSubject(`${issuer}#${payload.sub ?? ''}`)
    .setAudience(subgraph)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime('30s')
    .sign(signingKey);
}

const signing = {
  async onFetch({ url, options, setOptions, context }) {
    const subgraph = subgraphs.find((name) => url.startsWith(`${origins[name] ?? ''}/`));
    if (subgraph === undefined || typeof options.body !== 'string') return;
    const word = await wordFor(subgraph, context.request.headers.get('authorization'), options.body);
    setOptions({ ...options, headers: { ...options.headers, authorization: `Bearer ${word}` } });
  },
};

function transportTo(origin) {
  // what two callers ask at the same moment in the same words is by default fetched once, before it is known who asks: one would be given what the other may see
  return { location: `${origin}/graphql`, options: { deduplicateInflightRequests: false } };
}

const gateway = createGatewayRuntime({
  supergraph: readFileSync(new URL('../gateway/supergraph.graphql', import.meta.url), 'utf8'),
  transportEntries: Object.fromEntries(subgraphs.map((name) => [name, transportTo(origins[name] ?? '')])),
  plugins: () => [signing],
  ...(planner && { unifiedGraphHandler: planner.unifiedGraphHandler }),
  // its lines hold what was asked
  logging: false,
  landingPage: false,
  graphiql: false,
});
createServer(gateway).listen(Number(PORT), '127.0.0.1', () => process.send?.('ready'));
