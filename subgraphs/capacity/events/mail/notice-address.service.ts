import { createHash, randomInt } from 'node:crypto';
import type { Caller } from '../../../../platform/identity/caller.js';
import { HubError } from '../../../../platform/errors/errors.js';
import { organisationOf, toldRolesOf } from '../notice/notice.service.js';
import type { mailStore } from './mail.store.js';
import type { noticeAddressStore, NoticeAddressRow } from './notice-address.store.js';

/** No letter or digit that looks like another. */
const codeAlphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const codeLength = 10;
const longestAddress = 254;

interface Stores {
  readonly addresses: ReturnType<typeof noticeAddressStore>;
  readonly mails: ReturnType<typeof mailStore>;
}

/** Where the caller wants mail. An address holds once the code that was mailed there came back. */
export function noticeAddressService({ addresses, mails }: Stores, isMailOn: boolean) {
  return {
    find: ({ subject }: Caller): Promise<NoticeAddressRow | null> => addresses.find(subject),

    /** Mails a code to an address, or forgets the address of the caller. Throws MAIL_OFF, BAD_USER_INPUT or CODE_JUST_SENT. */
    async set(caller: Caller, address: string | null): Promise<void> {
      if (address === null) return addresses.remove(caller.subject);
      if (!isMailOn) throw new HubError('MAIL_OFF');
      if (address.length > longestAddress)
        throw new HubError('BAD_USER_INPUT', { field: 'address', expected: `≤ ${longestAddress}` });
      const { subject, language } = caller;
      const code = newCode();
      const isClaimed = await addresses.claim({
        subject,
        language,
        address,
        region: caller.region,
        organisationId: organisationOf(caller),
        roles: toldRolesOf(caller),
        codeHash: hashOf(code),
      });
      if (!isClaimed) throw new HubError('CODE_JUST_SENT');
      await mails.insertCode({ subject, address, language }, code);
    },

    /** Throws CODE_INVALID. */
    async confirm({ subject }: Caller, code: string): Promise<void> {
      if (!(await addresses.confirm(subject, hashOf(code)))) throw new HubError('CODE_INVALID');
    },
  };
}

function newCode(): string {
  return Array.from({ length: codeLength }, () => codeAlphabet[randomInt(codeAlphabet.length)]).join('');
}

/** Capitals or not, spaces or not: a code is typed over. */
function hashOf(code: string): string {
  return createHash('sha256').update(code.replace(/\s/g, '').toUpperCase()).digest('base64url');
}
