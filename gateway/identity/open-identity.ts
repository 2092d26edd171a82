import type { FastifyInstance } from 'fastify';
import type { MachineIssuer } from '../authenticate/authenticate.js';
import type { SenderRules } from '../authenticate/sender-proof.js';
import { knownClients, usualMemoryMs } from '../machines/known-clients.js';
import { machineClientStore } from '../machines/machine-client.store.js';
import { authorizationServer } from '../oauth/authorization-server.js';
import { openKeyRing, type KeyRing } from '../oauth/keys/key-ring.js';
import { oauthRecordStore } from '../oauth/oauth-record.store.js';
import { addOauthRoutes, developmentRoutes, machineRoutes, oauthPath } from '../oauth/oauth-routes.js';
import { developmentSettings, type SignInPlace } from '../people/development-sign-in.js';
import { openPeople, type People } from '../people/open-people.js';
import { sessionStore } from '../people/session.store.js';
import { returnPath } from '../people/sign-in-routes.js';
import { usedOnceStore } from '../replay/used-once.store.js';
import { gatewayStorage } from '../storage.js';
import { repeat } from '../../platform/background/repeat.js';
import { databaseSettings } from '../../platform/database/database-settings.js';
import { openDatabase } from '../../platform/database/database.js';
import { integer, type Environment } from '../../platform/process/environment.js';
import type { Logger } from '../../platform/process/logger.js';

/** Where the gateway keeps what it knows of its callers, and under which address they know it. */
export interface IdentitySettings {
  /** Address of the database, as the gateway's own role. */
  readonly databaseUrl: string;
  readonly publicUrl: URL;
  /** File of the keys that sign the tokens of systems. */
  readonly keysFile: string;
}

export interface IdentityOptions extends IdentitySettings {
  readonly audience: string;
  readonly environment: Environment;
  readonly logger: Logger;
  /** Whether this gateway answers in bulk for another, which has checked each proof before. */
  readonly isBulkLane?: boolean;
  /** Where people sign in; nowhere without it. */
  readonly signIn?: SignInPlace;
  /** Counts the tokens of a client; says after how many milliseconds it may ask for another, 0 for now. Uncounted without it. */
  readonly takeToken?: (clientId: string) => Promise<number>;
  /** How long the file of signing keys is believed without looking again. */
  readonly keyMemoryMs?: number;
}

/** What a gateway knows of the systems and people that call it. */
export interface Identity {
  readonly machines: MachineIssuer;
  readonly senders: SenderRules;
  readonly people: People;
  addRoutes(http: FastifyInstance): void;
  close(): Promise<void>;
}

const forgetEveryMs = 10 * 60_000;

/** Opens the register of callers. Throws a ConfigurationError when the signing keys cannot be read. */
export async function openIdentity(options: IdentityOptions): Promise<Identity> {
  const { publicUrl, environment, logger, isBulkLane = false } = options;
  const keys = await openKeyRing(options.keysFile, options.keyMemoryMs);
  const { stores, close } = await openStores(options);
  const issuer = new URL(oauthPath, publicUrl).href;
  const isRegistered = knownClients(stores.clients, clientMemoryMs(environment));
  const { people, addRoutes } = doorsOf(options, issuer, stores, keys);
  const forgetting = isBulkLane ? null : repeat(forgetExpired(stores), 'gateway', logger);
  // the lane sees the proofs of requests that it is handed: each counts once at the door and once there
  const place = isBulkLane ? 'lane' : 'door';
  return {
    machines: { issuer, callerKeys: keys.verify, isRegistered },
    senders: { publicUrl, takeProof: (parts, seconds) => stores.usedOnce.take([place, ...parts], seconds) },
    people,
    addRoutes,
    async close() {
      await forgetting?.stop();
      await close();
    },
  };
}

/** Where systems get tokens and people sign in: in development the authorization server of the hub serves both. */
function doorsOf(
  { publicUrl, audience, logger, signIn, takeToken = () => Promise.resolve(0) }: IdentityOptions,
  issuer: string,
  stores: Stores,
  keys: KeyRing,
): Pick<Identity, 'people' | 'addRoutes'> {
  const accounts = signIn?.developmentAccounts ?? [];
  const isDevelopment = accounts.length > 0;
  const settings = isDevelopment ? developmentSettings(new URL(issuer)) : (signIn?.settings ?? null);
  const people = openPeople({ publicUrl, sessions: stores.sessions, settings });
  const rules = { audience, clients: stores.clients, signing: () => keys.signing(), takeToken };
  const ours = isDevelopment ? { people: { accounts, returnAddress: new URL(returnPath, publicUrl) } } : {};
  const server = authorizationServer({ ...rules, ...ours, issuer, stores, logger }, keys);
  const routes = isDevelopment ? [...machineRoutes, ...developmentRoutes] : machineRoutes;
  return {
    people,
    addRoutes(http) {
      addOauthRoutes(http, server, { publicUrl, routes, logger });
      people.addRoutes(http);
    },
  };
}

/** Half of what is promised at the most: a revoked client is refused within a minute everywhere. */
function clientMemoryMs(environment: Environment): number {
  return integer(environment, 'CLIENT_MEMORY_MS', { default: usualMemoryMs, min: 0, max: usualMemoryMs });
}

type Stores = Awaited<ReturnType<typeof openStores>>['stores'];

async function openStores({ databaseUrl: url, environment }: IdentityOptions) {
  const applicationName = 'thuisbasis-gateway';
  const db = await openDatabase(gatewayStorage, { ...databaseSettings(environment), url, applicationName });
  const stores = {
    clients: machineClientStore(db.manager),
    usedOnce: usedOnceStore(db.manager),
    records: oauthRecordStore(db.manager),
    sessions: sessionStore(db.manager),
  };
  return { stores, close: () => db.destroy() };
}

function forgetExpired({ usedOnce, records, sessions }: Stores) {
  return {
    name: 'forget expired identity',
    everyMs: forgetEveryMs,
    async run() {
      await usedOnce.forgetExpired();
      await records.forgetExpired();
      await sessions.forgetExpired();
    },
  };
}
