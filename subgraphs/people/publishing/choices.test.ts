import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openDirectoryDesk, publishers, row, type DirectoryDesk } from '../../../test/builders/desks/directory-desk.js';
import { callerAs } from '../../../test/builders/callers.js';
import { idOf } from '../testing/rows.js';

const { system, planner, foreign, broker } = publishers;
let desk: DirectoryDesk;

beforeAll(async () => {
  desk = await openDirectoryDesk();
});
beforeEach(() => desk.begin());
afterAll(() => desk.close());

const number = '+31320000101';
const address = 'd.aydin@organisatie.example';

/** What a caller sees of the only professional that there is. */
const seenBy = async (caller: typeof broker) => (await desk.choicesSeenBy(caller))[0];

describe('what a professional shows outside the own organisation', () => {
  it('is telephone and mail, unless the professional decides otherwise', async () => {
    await desk.publish([row()]);
    expect(await seenBy(broker)).toMatchObject({
      workContact: { phone: number, email: address, isPhoneShown: null, isEmailShown: null },
    });
    expect(await seenBy(planner)).toMatchObject({ workContact: { isPhoneShown: true, isEmailShown: true } });
  });

  it.each<[string, object, string | null, string | null]>([
    ['the telephone alone', { isEmailShown: false }, number, null],
    ['mail alone', { isPhoneShown: false }, null, address],
    ['neither', { isPhoneShown: false, isEmailShown: false }, null, null],
  ])(
    'is %s where the professional decides so, and the own organisation sees all',
    async (_what, choice, phone, email) => {
      await desk.publish([row(choice)]);
      for (const caller of [broker, callerAs('ret-member'), callerAs('case-owner', idOf(2))])
        expect(await seenBy(caller)).toMatchObject({ workContact: { phone, email, isPhoneShown: null } });
      for (const caller of [planner, system, callerAs('case-owner', idOf(1))])
        expect(await seenBy(caller)).toMatchObject({ workContact: { phone: number, email: address } });
      expect(await seenBy(foreign)).toBeUndefined();
    },
  );

  it('stays what the professional decided, where a publication does not say', async () => {
    const experience = ['SIBLING'];
    await desk.publish([row({ isPhoneShown: false, isEmailShown: false, experience, isExperienceShown: true })]);
    expect(await desk.outcomes([row({ jobTitle: 'gezinstherapeut', experience })])).toEqual(['CHANGED']);
    expect(await seenBy(broker)).toMatchObject({ experience, workContact: { phone: null, email: null } });
  });

  it('stays what the professional decided, also while there is no number or address', async () => {
    await desk.publish([row({ isPhoneShown: false, isEmailShown: false })]);
    expect(await desk.outcomes([row({ workPhone: null, workEmail: null })])).toEqual(['CHANGED']);
    expect(await desk.outcomes([row()])).toEqual(['CHANGED']);
    expect(await seenBy(broker)).toMatchObject({ workContact: { phone: null, email: null } });
    expect(await seenBy(planner)).toMatchObject({ workContact: { phone: number, email: address } });
  });

  it('is said anew of experience that is added later', async () => {
    await desk.publish([row({ experience: ['SIBLING', 'FAMILY_HOME'], isExperienceShown: true })]);
    expect(await desk.outcomes([row({ experience: ['SIBLING'] })])).toEqual(['CHANGED']);
    expect(await seenBy(broker)).toMatchObject({ experience: ['SIBLING'] });
    expect(await desk.outcomes([row({ experience: ['SIBLING', 'SECURE_CARE'] })])).toEqual(['CHANGED']);
    expect(await seenBy(broker)).toMatchObject({ experience: [] });
  });

  it('is changed by the same key', async () => {
    await desk.publish([row()]);
    expect(await desk.outcomes([row({ isPhoneShown: false })])).toEqual(['CHANGED']);
    expect(await desk.outcomes([row({ isPhoneShown: false })])).toEqual(['UNCHANGED']);
    expect(await desk.outcomes([row({ workPhone: null, isPhoneShown: false })])).toEqual(['CHANGED']);
    expect(await desk.outcomes([row({ workPhone: null, isPhoneShown: true })])).toEqual(['CHANGED']);
    expect(await seenBy(planner)).toMatchObject({ workContact: { phone: null, isPhoneShown: null } });
  });
});

describe('an experience expert', () => {
  const expert = (choice: object = {}) => row({ experience: ['GROUP_CARE', 'RETURNED_HOME', 'GROUP_CARE'], ...choice });

  it('is found by what they went through only where they want it', async () => {
    await desk.publish([expert()]);
    expect(await seenBy(broker)).toMatchObject({ experience: [], isExperienceShown: null });
    expect(await seenBy(planner)).toMatchObject({
      experience: ['GROUP_CARE', 'RETURNED_HOME'],
      isExperienceShown: false,
    });
    expect(await desk.soughtBy(broker, ['GROUP_CARE'])).toEqual([]);
    expect(await desk.soughtBy(planner, ['GROUP_CARE'])).toHaveLength(1);
    expect(await desk.outcomes([expert({ isExperienceShown: true })])).toEqual(['CHANGED']);
    expect(await seenBy(broker)).toMatchObject({ experience: ['GROUP_CARE', 'RETURNED_HOME'] });
    expect(await desk.soughtBy(broker, ['GROUP_CARE'])).toEqual([
      { reasons: [{ code: 'EXPERIENCE' }], professional: { name: 'Dilek Aydın' } },
    ]);
    expect(await desk.soughtBy(broker, ['RETURNED_HOME', 'GROUP_CARE'])).toHaveLength(1);
    expect(await desk.soughtBy(broker, ['GROUP_CARE', 'SIBLING'])).toEqual([]);
    expect(await desk.soughtBy(foreign, ['GROUP_CARE'])).toEqual([]);
  });

  it('who does not want to be found is not found by it either', async () => {
    await desk.publish([expert({ isExperienceShown: true, isVisible: false })]);
    expect(await desk.soughtBy(broker, ['GROUP_CARE'])).toEqual([]);
    expect(await desk.soughtBy(planner, ['GROUP_CARE'])).toHaveLength(1);
  });

  it('whose experience is taken back shows nothing any more', async () => {
    await desk.publish([expert({ isExperienceShown: true })]);
    await desk.publish([row({ isExperienceShown: true })]);
    expect(await seenBy(planner)).toMatchObject({ experience: [], isExperienceShown: false });
    expect(await desk.owner.query('select from experience')).toEqual([]);
  });
});
