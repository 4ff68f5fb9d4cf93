/** The id of the current revision of a course; the only statement that a cached course page still needs. */
export const CURRENT_REVISION = `
SELECT r.id FROM course c JOIN course_revision r ON r.course_id = c.id AND r.state = 'published' WHERE c.slug = $1`;

export const CURRENT_REVISIONS = `
SELECT r.id FROM course_revision r JOIN course c ON c.id = r.course_id WHERE r.state = 'published' ORDER BY c.slug`;

/** Bytes of the scenario stories of the revision $1, in UTF-8. */
export const STORY_BYTES = `
SELECT coalesce(sum(octet_length(s.story)), 0)::int AS bytes
  FROM scenario s JOIN lesson l ON l.id = s.lesson_id WHERE l.revision_id = $1`;
