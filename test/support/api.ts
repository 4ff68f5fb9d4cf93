/** The parts of the API's answers that journeys look at. */
export interface Items<T> {
  items: T[];
  nextCursor?: string | null;
}

export interface ProblemBody {
  type: string;
  code: string;
  title: string;
  detail: string;
  status: number;
  traceId: string;
  errors?: { pointer: string; detail: string }[];
}

export interface CourseBody {
  id: string;
  slug: string;
  revisionId: string;
  skillModules: { lessons: { id: string; slug: string; kind: string; position: number; title: { vi: string } }[] }[];
}

export interface EnrolmentBody {
  id: string;
  course: { id: string; slug: string };
  state: 'active' | 'completed';
  completedAt: string | null;
  progressPercent: number;
  resume: { lessonId: string } | null;
  lessons: { lessonId: string; doneAt: string | null; position: number }[];
  results: { kind: string; subjectKey: string; percent: number }[];
  missing: {
    kind: 'lesson' | 'quiz' | 'scenario' | 'attendance';
    subjectKey: string;
    title: { vi: string; en: string };
    needed: number | null;
    actual: number | null;
  }[];
}

export interface QuizBody {
  id: string;
  kind: 'practice' | 'final';
  slug: string;
  questionCount: number;
  timeLimitSeconds: number | null;
}

export interface AttemptBody {
  id: string;
  state: 'in-progress' | 'awaiting-grading' | 'graded';
  deadlineAt: string | null;
  serverTime: string;
  questions: {
    questionId: string;
    kind: string;
    body: {
      stem: string;
      options?: { index: number; html: string }[];
      items?: { index: number; html: string }[];
    };
    response: unknown;
    answeredAt: string | null;
  }[];
  can: { answer: boolean; submit: boolean };
}

export interface ResultBody {
  attemptId: string;
  percent: number;
  points: number;
  maxPoints: number;
  passed: boolean;
  attemptsLeft: number | null;
  review: { questionId: string; points: number; response: unknown; citations: { code: string }[] }[] | null;
}

export interface SyncBody {
  serverTime: string;
  results: { id: string; outcome: 'applied' | 'duplicate' | 'refused'; problem?: ProblemBody }[];
}

export interface ClassBody {
  id: string;
  code: string;
  registered: number;
  myRegistration: { id: string; state: string } | null;
  sessions: {
    id: string;
    position: number;
    mode: string;
    startsAt: string;
    endsAt: string;
    myVerdict: string | null;
  }[];
  attendance: {
    plannedSessions: number;
    attendedSessions: number;
    percent: number;
    minimumPercent: number | null;
  } | null;
  can: Record<string, boolean>;
}

export interface CodeBody {
  sessionId: string;
  url: string;
  sixDigits: string;
  slot: number;
  presentCount: number;
  registeredCount: number;
}

export interface RosterBody {
  items: {
    personId: string;
    fullName: string;
    registrationState: string;
    enrolmentState: string;
    percent: number;
    sessions: { sessionId: string; verdict: string | null; basis: string | null; minutes: number }[];
  }[];
}

export interface CertificateBody {
  id: string;
  registerNumber: string;
  verificationCode: string;
  verificationUrl: string;
  state: string;
  issuedOn: string;
  expiresOn: string | null;
  pdfReady: boolean;
  pdfUrl: string;
}
