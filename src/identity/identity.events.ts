import { defineEvent } from '../platform/events/domain-event.js';

/**
 * Somebody asked for a new password. `personId` may be nobody's: a request for an unknown name leaves the same trace, so
 * that neither the answer nor its time tells whether an account exists. `day` is of Asia/Ho_Chi_Minh, YYYY-MM-DD.
 */
export const PasswordResetAsked = defineEvent<{ personId: string; day: string }>('identity.password-reset-asked');
