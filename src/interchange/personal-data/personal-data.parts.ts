import type { Text } from '../../platform/problems/problem.js';

/** One kind of what is kept about a person ($1): why it is kept, the tables it is in, and the rows as JSON objects. */
export interface PersonalDataPart {
  purpose: Text;
  tables: string[];
  sql: string;
}

/** Photographed pages of the answer `r`: what they are and where to take them along. */
const PHOTOS = `(SELECT coalesce(json_agg(json_build_object('page', p.position, 'sha256', p.hash, 'bytes', p.bytes,
               'width', p.width, 'height', p.height, 'sentAt', p.uploaded_at,
               'address', concat('/api/v1/quiz-attempts/', p.attempt_id, '/questions/', p.question_version_id, '/photos/', p.id))
               ORDER BY p.position), '[]')
          FROM essay_photo p WHERE p.attempt_id = r.attempt_id AND p.question_version_id = r.question_version_id)`;

/**
 * Everything kept about a person, by kind: what the law on personal-data protection lets one see and take along. Secrets
 * (password hash, session tokens) are proofs, not information about the person, and stay out.
 */
export const PERSONAL_DATA: Record<string, PersonalDataPart> = {
  person: {
    purpose: {
      vi: 'Để nhận biết anh/chị trong danh sách, lớp học và trên giấy chứng nhận.',
      en: 'To know you in lists and classes and on certificates.',
    },
    tables: ['person'],
    sql: `SELECT full_name AS "fullName", birth_date AS "birthDate", gender, created_at AS "recordedAt" FROM person WHERE id = $1`,
  },
  account: {
    purpose: {
      vi: 'Để anh/chị đăng nhập và được phục vụ bằng ngôn ngữ đã chọn.',
      en: 'To let you sign in and serve you in your language.',
    },
    tables: ['user_account', 'login_name'],
    sql: `
SELECT u.state, u.locale, u.created_at AS "openedAt",
       (SELECT coalesce(json_agg(json_build_object('kind', l.kind, 'value', l.value) ORDER BY l.kind), '[]')
          FROM login_name l WHERE l.user_id = u.id) AS "loginNames"
  FROM user_account u WHERE u.person_id = $1`,
  },
  register: {
    purpose: {
      vi: 'Để phân biệt anh/chị với người trùng họ tên và liên hệ khi cần, kể cả khi chưa có tài khoản.',
      en: 'To tell you from people of the same name and to reach you, also before you have an account.',
    },
    tables: ['member_record'],
    sql: `SELECT member_code AS "memberCode", phone, updated_at AS "recordedAt" FROM member_record WHERE person_id = $1`,
  },
  sessions: {
    purpose: {
      vi: 'Để giữ đăng nhập trên từng máy và phát hiện người lạ dùng tài khoản.',
      en: 'To keep you signed in on each device and to notice strangers.',
    },
    tables: ['user_session'],
    sql: `
SELECT s.created_at AS "createdAt", s.last_seen_at AS "lastSeenAt", s.expires_at AS "expiresAt", s.revoked_at AS "revokedAt",
       s.user_agent AS "userAgent"
  FROM user_session s JOIN user_account u ON u.id = s.user_id WHERE u.person_id = $1 ORDER BY s.created_at`,
  },
  offices: {
    purpose: {
      vi: 'Để biết anh/chị giữ chức danh nào, ở đâu, cần được đào tạo gì.',
      en: 'To know which offices you hold, where, and which training they ask for.',
    },
    tables: ['office_term'],
    sql: `
SELECT o.code AS unit, title.name_vi AS title, t.full_time AS "fullTime", t.valid_from AS "from", t.valid_to AS "to", t.recorded_at AS "recordedAt",
       t.superseded_at AS "supersededAt"
  FROM office_term t JOIN organisation o ON o.id = t.organisation_id JOIN office_title title ON title.code = t.title_code
 WHERE t.person_id = $1 ORDER BY t.valid_from, t.id`,
  },
  roles: {
    purpose: { vi: 'Để giao quyền trên hệ thống.', en: 'To grant what you may do here.' },
    tables: ['role_grant'],
    sql: `
SELECT g.role, o.code AS unit, g.valid_from AS "from", g.valid_to AS "to"
  FROM role_grant g JOIN organisation o ON o.id = g.organisation_id WHERE g.person_id = $1 ORDER BY g.valid_from, g.id`,
  },
  correctionRequests: {
    purpose: {
      vi: 'Để công đoàn xem xét và trả lời điều anh/chị yêu cầu về dữ liệu của mình.',
      en: 'To let your union consider and answer what you ask about your data.',
    },
    tables: ['correction_request'],
    sql: `
SELECT field, wished_value AS "wishedValue", note, state, created_at AS "askedAt", decided_at AS "decidedAt", reason
  FROM correction_request WHERE person_id = $1 ORDER BY created_at, id`,
  },
  learning: {
    purpose: {
      vi: 'Để học tiếp từ chỗ dừng và xét hoàn thành khoá học.',
      en: 'To go on where you stopped and to decide on completion.',
    },
    tables: ['enrolment', 'lesson_progress', 'enrolment_result'],
    sql: `
SELECT c.slug AS course, e.state, e.enrolled_at AS "enrolledAt", e.completed_at AS "completedAt",
       (SELECT coalesce(json_agg(json_build_object('lesson', l.slug, 'position', p.position, 'seenAt', p.seen_at, 'doneAt', p.done_at)
                                 ORDER BY l.position), '[]')
          FROM lesson_progress p JOIN lesson l ON l.id = p.lesson_id WHERE p.enrolment_id = e.id) AS lessons,
       (SELECT coalesce(json_agg(json_build_object('kind', r.kind, 'subject', r.subject_key, 'percent', r.percent,
                                                   'recordedAt', r.recorded_at) ORDER BY r.kind, r.subject_key), '[]')
          FROM enrolment_result r WHERE r.enrolment_id = e.id) AS results
  FROM enrolment e JOIN course c ON c.id = e.course_id WHERE e.person_id = $1 ORDER BY e.enrolled_at, e.id`,
  },
  quizAttempts: {
    purpose: { vi: 'Để chấm bài và giải thích kết quả.', en: 'To grade you and to explain the result.' },
    tables: ['quiz_attempt', 'quiz_response', 'essay_grade', 'essay_photo'],
    sql: `
SELECT q.slug AS quiz, a.number, a.state, a.started_at AS "startedAt", a.submitted_at AS "submittedAt", a.graded_at AS "gradedAt",
       a.points, a.max_points AS "maxPoints", a.passed,
       (SELECT json_agg(json_build_object('question', v.title, 'response', r.response, 'answeredAt', r.answered_at, 'points', r.points,
                                                   'lecturersPoints', g.points, 'lecturersComment', g.comment,
                                                   'photos', ${PHOTOS})
                        ORDER BY r.position)
          FROM quiz_response r JOIN question_version v ON v.id = r.question_version_id
          LEFT JOIN essay_grade g ON g.attempt_id = r.attempt_id AND g.question_version_id = r.question_version_id
         WHERE r.attempt_id = a.id) AS answers
  FROM quiz_attempt a JOIN quiz q ON q.id = a.quiz_id WHERE a.person_id = $1 ORDER BY a.started_at, a.id`,
  },
  scenarioAttempts: {
    purpose: { vi: 'Để tính kết quả tình huống.', en: 'To score your scenarios.' },
    tables: ['scenario_attempt'],
    sql: `
SELECT l.slug AS scenario, a.percent, a.ending, a.violations, a.choices, a.played_at AS "playedAt"
  FROM scenario_attempt a JOIN lesson l ON l.id = a.lesson_id WHERE a.person_id = $1 ORDER BY a.played_at, a.id`,
  },
  classes: {
    purpose: { vi: 'Để giữ chỗ trong lớp và tính chuyên cần.', en: 'To keep your seat and count your attendance.' },
    tables: ['class_registration', 'attendance_record'],
    sql: `
SELECT k.code AS class, k.name, g.state, g.registered_at AS "registeredAt",
       (SELECT coalesce(json_agg(json_build_object('session', s.title, 'startsAt', s.starts_at, 'verdict', r.verdict,
                                                   'minutes', r.minutes, 'basis', r.basis) ORDER BY s.position), '[]')
          FROM class_session s JOIN attendance_record r ON r.class_session_id = s.id AND r.person_id = g.person_id
         WHERE s.training_class_id = k.id) AS attendance
  FROM class_registration g JOIN training_class k ON k.id = g.training_class_id WHERE g.person_id = $1 ORDER BY g.registered_at, g.id`,
  },
  attendanceEvidence: {
    purpose: {
      vi: 'Bằng chứng có mặt; không ai sửa hay xoá được.',
      en: 'The evidence of your presence; nobody can change or remove it.',
    },
    tables: ['attendance_event'],
    sql: `
SELECT s.title AS session, e.kind, e.occurred_at AS "occurredAt", e.received_at AS "receivedAt", e.grade, e.device_id AS "deviceId",
       e.interval_from AS "from", e.interval_to AS "to", e.mark, e.reason
  FROM attendance_event e JOIN class_session s ON s.id = e.class_session_id WHERE e.person_id = $1 ORDER BY e.received_at, e.id`,
  },
  teaching: {
    purpose: { vi: 'Để biết ai dạy lớp nào.', en: 'To know who teaches which class.' },
    tables: ['class_lecturer'],
    sql: `
SELECT k.code AS class, k.name FROM class_lecturer t JOIN training_class k ON k.id = t.training_class_id
 WHERE t.person_id = $1 ORDER BY k.code`,
  },
  teachingAuthorisations: {
    purpose: {
      vi: 'Để biết anh/chị được giao giảng những chủ đề nào, theo luật ngày nào.',
      en: 'To know which topics you may teach, and on the law of which day.',
    },
    tables: ['teaching_authorisation'],
    sql: `
SELECT a.topic, o.code AS unit, a.valid_from AS "from", a.valid_to AS "to", a.law_as_of AS "lawAsOf"
  FROM teaching_authorisation a JOIN organisation o ON o.id = a.organisation_id
 WHERE a.person_id = $1 ORDER BY a.valid_from, a.id`,
  },
  writing: {
    purpose: {
      vi: 'Để ghi công người soạn bài và để không ai tự thông qua bài của mình.',
      en: 'To credit who writes courses, and so that nobody approves their own.',
    },
    tables: ['draft_contributor'],
    sql: `
SELECT c.slug AS course, d.started_at AS "startedAt", d.closed_at AS "closedAt"
  FROM draft_contributor w JOIN course_draft d ON d.id = w.draft_id JOIN course c ON c.id = d.course_id
 WHERE w.person_id = $1 ORDER BY d.started_at, d.id`,
  },
  reviewComments: {
    purpose: {
      vi: 'Để tác giả và người thẩm định trao đổi về bài giảng.',
      en: 'So that authors and reviewers can talk about a text.',
    },
    tables: [],
    sql: `
SELECT c.slug AS course, m.path AS file, m.text, m.created_at AS "writtenAt"
  FROM review_comment m JOIN course_draft d ON d.id = m.draft_id JOIN course c ON c.id = d.course_id
 WHERE m.author_id = $1 ORDER BY m.created_at, m.id`,
  },
  reviewDecisions: {
    purpose: {
      vi: 'Để biết ai đã thông qua bài giảng nào, ngày nào, theo văn bản nào.',
      en: 'To know who approved which text, when, and by which document.',
    },
    tables: [],
    sql: `
SELECT c.slug AS course, w.state AS decision, w.decided_at AS "decidedAt", w.note, p.number AS document
  FROM review w JOIN course_draft d ON d.id = w.draft_id JOIN course c ON c.id = d.course_id
  LEFT JOIN official_document p ON p.id = w.official_document_id
 WHERE w.decided_by_id = $1 ORDER BY w.decided_at, w.id`,
  },
  teachingGranted: {
    purpose: {
      vi: 'Để biết ai đã phân công giảng dạy. Tên của người được phân công không nằm trong dữ liệu của anh/chị.',
      en: 'To know who authorised teaching. The names of those whom you authorised are not part of your data.',
    },
    tables: [],
    sql: `
SELECT a.topic, o.code AS unit, a.valid_from AS "from", a.valid_to AS "to", a.law_as_of AS "lawAsOf", p.number AS document
  FROM teaching_authorisation a JOIN organisation o ON o.id = a.organisation_id
  LEFT JOIN official_document p ON p.id = a.official_document_id
 WHERE a.granted_by_id = $1 ORDER BY a.valid_from, a.id`,
  },
  certificates: {
    purpose: {
      vi: 'Sổ cấp giấy chứng nhận; được giữ để ai cũng kiểm tra được giấy của anh/chị.',
      en: 'The register of certificates, kept so that anybody can verify yours.',
    },
    tables: ['certificate'],
    sql: `
SELECT register_number AS "registerNumber", verification_code AS "verificationCode", state, issued_on AS "issuedOn",
       expires_on AS "expiresOn", grade, snapshot
  FROM certificate WHERE person_id = $1 ORDER BY issued_on, id`,
  },
  refreshers: {
    purpose: {
      vi: 'Để mời anh/chị đọc phần pháp luật đã thay đổi sau khi được cấp giấy chứng nhận.',
      en: 'To ask you to read what the law changed since your certificate was issued.',
    },
    tables: ['refresher', 'refresher_answer'],
    sql: `
SELECT c.register_number AS "registerNumber", d.number AS document, m.effective_on AS "effectiveOn",
       f.opened_at AS "openedAt", f.done_at AS "doneAt",
       (SELECT json_agg(json_build_object('question', w.title, 'response', g.response, 'points', g.points))
          FROM refresher_answer g JOIN question_version w ON w.id = g.question_version_id
         WHERE g.refresher_id = f.id) AS answers
  FROM refresher f JOIN certificate c ON c.id = f.certificate_id JOIN law_amendment m ON m.id = f.amendment_id
  JOIN law_document d ON d.id = m.document_id WHERE f.person_id = $1 ORDER BY f.opened_at, f.id`,
  },
  notifications: {
    purpose: { vi: 'Những gì hệ thống đã báo cho anh/chị.', en: 'What you were told.' },
    tables: ['notification'],
    sql: `
SELECT kind, params, link, created_at AS "createdAt", read_at AS "readAt"
  FROM notification WHERE person_id = $1 ORDER BY created_at, id`,
  },
  contacts: {
    purpose: {
      vi: 'Để gửi thông báo tới địa chỉ anh/chị đã khai, đúng cách anh/chị chọn.',
      en: 'To send you what you are told, to the address and in the way you chose.',
    },
    tables: ['contact', 'notification_digest'],
    sql: `
SELECT channel, address, confirmed_at AS "confirmedAt", rhythm, rhythm_since AS "rhythmSince",
       (SELECT coalesce(json_agg(d.day ORDER BY d.day), '[]') FROM notification_digest d WHERE d.person_id = c.person_id) AS digests
  FROM contact c WHERE person_id = $1 ORDER BY channel`,
  },
};

/** Tables with a column for a person that hold nothing to take along, and why. */
export const NOT_EXPORTED: Record<string, string> = {
  one_time_code:
    'a proof that opens the account once, of which only a hash is kept; using one is in the record of acts',
  check_in_throttle: 'a counter of wrong codes that is gone after five minutes',
};
