import { defineEvent } from '../platform/events/domain-event.js';

/** An enrolment fulfilled its course's completion rule. Published once in its life. */
export const EnrolmentCompleted = defineEvent<{ enrolmentId: string }>('enrolment.completed');
