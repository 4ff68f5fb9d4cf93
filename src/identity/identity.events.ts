import { defineEvent } from '../platform/events/domain-event.js';

/**
 * Somebody asked for a new password. `personId` may be nobody's: a request for an unknown name leaves the same trace, so
 * that neither the answer nor its time tells whether an account exists. `day` is of Asia/Ho_Chi_Minh, YYYY-MM-DD.
 */
export const PasswordResetAsked = defineEvent<{ personId: string; day: string }>('identity.password-reset-asked');

/** Somebody asked for a correction of their own data, or their erasure. */
export const CorrectionAsked = defineEvent<{ requestId: string }>('identity.correction-asked');

/** An officer accepted or rejected the request. */
export const CorrectionAnswered = defineEvent<{ requestId: string }>('identity.correction-answered');

/** The personal data of somebody were erased; whoever keeps free text about them erases it, too. */
export const PersonErased = defineEvent<{ personId: string }>('identity.person-erased');
