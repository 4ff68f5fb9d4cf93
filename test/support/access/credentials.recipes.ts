import {
  byId,
  ofOrganisation,
  OFFICERS_AND_AUDITOR,
  OWN_LIST,
  scoped,
  scopedList,
  signedIn,
  type Recipe,
} from './rules.js';

/** Certificates and their register. */
export const CREDENTIALS: Record<string, Recipe[]> = {
  'GET /api/v1/certificates': [signedIn({ why: OWN_LIST, call: () => ({}) })],
  'GET /api/v1/certificates/{id}': [
    scoped({
      why: 'its holder and its register',
      call: byId('certificateId'),
      roles: OFFICERS_AND_AUDITOR,
      selfToo: 'all',
    }),
  ],
  'GET /api/v1/certificates/{id}/pdf': [
    scoped({
      ...{ why: 'as the certificate; it is not drawn here', roles: OFFICERS_AND_AUDITOR, selfToo: 'all' },
      ...{ call: byId('certificateId'), allowed: [409] },
    }),
  ],
  'GET /api/v1/refreshers': [signedIn({ why: OWN_LIST, call: () => ({}) })],
  'GET /api/v1/refreshers/{amendmentId}': [
    signedIn({
      ...{ why: 'only what concerns one’s own certificates is there', allowed: [404] },
      call: ({ subject }) => ({ path: { amendmentId: subject.certificateId } }),
    }),
  ],
  'POST /api/v1/refreshers/{amendmentId}/completion': [
    signedIn({
      ...{ why: 'only what concerns one’s own certificates is there', allowed: [404] },
      call: ({ subject }) => ({ path: { amendmentId: subject.certificateId } }),
    }),
  ],
  'GET /api/v1/certificate-register': [
    scopedList({
      ...{ why: 'registers of the units below the role', call: () => ({}) },
      ...{ roles: OFFICERS_AND_AUDITOR, callers: OFFICERS_AND_AUDITOR },
    }),
    scoped({
      ...{ why: 'of one unit', call: ofOrganisation, roles: OFFICERS_AND_AUDITOR, callers: OFFICERS_AND_AUDITOR },
    }),
    scoped({
      ...{ why: 'a page begins anywhere', roles: OFFICERS_AND_AUDITOR, callers: OFFICERS_AND_AUDITOR, hidden: [200] },
      call: ({ subject }) => ({ query: { cursor: subject.certificateId } }),
    }),
  ],
  'GET /api/v1/verification/{code}': [
    {
      ...{ why: 'anybody who is shown a certificate may check it', knows: () => true, allowed: [200], discloses: true },
      ...{ refused: () => [], sees: () => [] },
      call: ({ subject }) => ({ path: { code: subject.verificationCode } }),
    },
  ],
};
