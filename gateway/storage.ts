import type { SubgraphStorage } from '../platform/database/database.js';
import { Identity1700000000001 } from './migrations/0001-identity.js';
import { SessionExpiry1700000000002 } from './migrations/0002-session-expiry.js';
import { UserNames1700000000003 } from './migrations/0003-user-names.js';
import { Spending1700000000004 } from './migrations/0004-spending.js';
import { SecondFactor1700000000005 } from './migrations/0005-second-factor.js';
import { Professionals1700000000022 } from './migrations/0022-professionals.js';
import { SessionChanges1700000000023 } from './migrations/0023-session-changes.js';

/** What the gateway keeps: who may call as a machine, who is signed in, what may be used only once, and who has asked how much. Plain rows, no entities. */
export const gatewayStorage: SubgraphStorage = {
  schema: 'gateway',
  entities: [],
  migrations: [
    Identity1700000000001,
    SessionExpiry1700000000002,
    UserNames1700000000003,
    Spending1700000000004,
    SecondFactor1700000000005,
    Professionals1700000000022,
    SessionChanges1700000000023,
  ],
};
