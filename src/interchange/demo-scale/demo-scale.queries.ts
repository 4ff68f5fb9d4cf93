/** The confederation that is there, if any. */
export const ROOT = `
SELECT o.id, o.path::text AS path, o.founded_on AS "foundedOn", p.name
  FROM organisation o JOIN organisation_period p ON p.organisation_id = o.id AND p.superseded_at IS NULL AND p.valid_to IS NULL
 WHERE nlevel(o.path) = 1 AND o.abolished_on IS NULL ORDER BY o.founded_on, o.id LIMIT 1`;

export const TITLE_NAMES = 'SELECT code, name_vi AS name FROM office_title';

/** The published revision of the course $1 with its lessons in order, and the quiz and the scenarios that its completion asks for. */
export const COURSE_FACTS = `
SELECT c.id AS "courseId", r.id AS "revisionId", c.slug, r.title, r.number AS revision, r.content_hash AS "contentHash",
       r.as_of AS "asOf", r.estimated_minutes AS "estimatedMinutes", r.completion_rule AS "completionRule",
       r.certificate_rule AS "certificateRule",
       (SELECT json_agg(l.id ORDER BY m.position, l.position)
          FROM lesson l JOIN skill_module m ON m.id = l.skill_module_id
         WHERE l.revision_id = r.id AND l.kind NOT IN ('quiz', 'scenario')) AS "lessonIds",
       (SELECT coalesce(json_agg(json_build_object('lessonId', l.id, 'slug', l.slug, 'story', s.story) ORDER BY l.id), '[]')
          FROM lesson l JOIN scenario s ON s.lesson_id = l.id
         WHERE l.revision_id = r.id AND r.completion_rule->'scenarios' @> jsonb_build_array(jsonb_build_object('scenario', l.slug)))
         AS scenarios,
       (SELECT json_build_object('id', q.id, 'slug', q.slug, 'draw', q.draw, 'timeLimitSeconds', q.time_limit_seconds,
                                 'maxAttempts', q.max_attempts, 'pool', (
                 SELECT json_agg(json_build_object('id', v.id, 'body', v.body, 'answerKey', v.answer_key) ORDER BY qq.position)
                   FROM quiz_question qq JOIN question_version v ON v.id = qq.question_version_id WHERE qq.quiz_id = q.id))
          FROM quiz q WHERE q.revision_id = r.id AND q.kind = 'final' ORDER BY q.slug LIMIT 1) AS quiz
  FROM course c JOIN course_revision r ON r.course_id = c.id AND r.state = 'published'
 WHERE c.slug = $1`;
