import {
  AUDIT_READERS,
  byId,
  OFFICERS,
  OTHERS,
  ofOrganisation,
  OWN_LIST,
  ownOnly,
  scoped,
  scopedList,
  signedIn,
  unlessAnonymous,
  type Recipe,
} from './rules.js';

/** Signing in, personal data, the inbox, and the record of acts. */
export const IDENTITY: Record<string, Recipe[]> = {
  'GET /api/v1/personal-data': [signedIn({ why: 'everything of my own', call: () => ({}) })],
  'POST /api/v1/session': [
    {
      ...{ why: 'nobody learns whether a name has an account', knows: () => false, allowed: [], sees: () => [] },
      ...{ refused: () => [401], forget: 'sign_in_throttle' },
      call: ({ subject }) => ({ body: { name: subject.login, password: 'không phải' } }),
    },
  ],
  'GET /api/v1/session': [signedIn({ why: 'who I am', call: () => ({}) })],
  'PATCH /api/v1/session': [signedIn({ why: 'my own language', call: () => ({ body: { locale: 'vi' } }) })],
  'DELETE /api/v1/session': [signedIn({ why: 'my own sign-out', call: () => ({}), allowed: [204] })],
  'GET /api/v1/notifications': [
    signedIn({ why: OWN_LIST, call: () => ({}) }),
    ownOnly({
      ...{ why: 'a page begins after a line of my own', refused: unlessAnonymous([200]) },
      call: ({ subject }) => ({ query: { cursor: subject.notificationId } }),
    }),
  ],
  'POST /api/v1/notifications/{id}/read': [
    ownOnly({ why: 'my own inbox', call: byId('notificationId'), allowed: [204] }),
  ],
  'GET /api/v1/notification-settings': [signedIn({ why: 'my own settings', call: () => ({}) })],
  'PUT /api/v1/notification-settings': [
    signedIn({ why: 'my own settings', call: () => ({ body: { mail: { address: null, rhythm: 'none' } } }) }),
  ],
  'POST /api/v1/notification-settings/mail-codes': [
    signedIn({ why: 'to my own address, of which there is none', call: () => ({}), allowed: [409] }),
  ],
  'POST /api/v1/notification-settings/mail-confirmation': [
    signedIn({ why: 'my own address', call: () => ({ body: { code: '000000' } }), allowed: [422] }),
  ],
  'GET /api/v1/audit-entries': [
    scopedList({ why: 'acts in the units below', call: () => ({}), roles: AUDIT_READERS, callers: AUDIT_READERS }),
    scoped({ why: 'of one unit', call: ofOrganisation, roles: AUDIT_READERS, callers: AUDIT_READERS }),
    scoped({
      ...{ why: 'of one subject', roles: AUDIT_READERS, callers: AUDIT_READERS, hidden: [200] },
      call: ({ subject }) => ({ query: { subjectId: subject.sessionId } }),
    }),
    scoped({
      ...{ why: 'a page begins after an act of the list', roles: AUDIT_READERS, callers: AUDIT_READERS, hidden: [200] },
      call: ({ subject }) => ({ query: { cursor: subject.auditEntryId } }),
    }),
  ],
  'POST /api/v1/one-time-codes': [
    scoped({
      ...{ why: 'codes for people of the units below', roles: OFFICERS, callers: OFFICERS, allowed: [201] },
      ...{ call: ({ subject }) => ({ body: { personIds: [subject.personId] } }), relations: OTHERS },
    }),
  ],
  'POST /api/v1/one-time-codes/redemption': [
    {
      ...{ why: 'a code that nobody has opens nothing', knows: () => false, allowed: [], sees: () => [] },
      ...{ refused: () => [401], forget: 'sign_in_throttle' },
      call: ({ subject }) => ({ body: { code: '7KQ2M-XH4TB', name: subject.login, password: 'mật khẩu mới' } }),
    },
  ],
  'POST /api/v1/password-reset-requests': [
    {
      ...{ why: 'nobody learns whether a name has an account', knows: () => false, allowed: [], sees: () => [] },
      ...{ refused: () => [202], forget: 'sign_in_throttle' },
      call: ({ subject }) => ({ body: { name: subject.login } }),
    },
  ],
  'GET /api/v1/sessions': [signedIn({ why: OWN_LIST, call: () => ({}) })],
  'DELETE /api/v1/sessions': [signedIn({ why: 'my own other devices', call: () => ({}), allowed: [204] })],
  'DELETE /api/v1/sessions/{id}': [ownOnly({ why: 'my own devices', call: byId('loginSessionId'), allowed: [204] })],
};
