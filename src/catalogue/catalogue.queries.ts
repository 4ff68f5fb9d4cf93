/** The id of the current revision of a course; the only statement that a cached course page still needs. */
export const CURRENT_REVISION = `
SELECT r.id FROM course c JOIN course_revision r ON r.course_id = c.id AND r.state = 'published' WHERE c.slug = $1`;

export const CURRENT_REVISIONS = `
SELECT r.id FROM course_revision r JOIN course c ON c.id = r.course_id WHERE r.state = 'published' ORDER BY c.slug`;

/** The content files of a revision, in the order of their paths. */
export const REVISION_FILES = `
SELECT f.path, b.bytes FROM revision_file f JOIN content_blob b ON b.hash = f.hash WHERE f.revision_id = $1 ORDER BY f.path COLLATE "C"`;

/** What the scenario stories (in UTF-8) and the images of a revision, $1, weigh. */
export const REVISION_BYTES = `
SELECT ((
  SELECT coalesce(sum(octet_length(s.story)), 0) FROM scenario s JOIN lesson l ON l.id = s.lesson_id WHERE l.revision_id = $1
) + (
  SELECT coalesce(sum(octet_length(b.bytes)), 0)
    FROM (SELECT DISTINCT f.hash FROM revision_file f WHERE f.revision_id = $1) file
    JOIN content_blob b ON b.hash = file.hash WHERE b.media_type = 'image/webp'
))::int AS bytes`;
