const PARTS_OF_A_REVISION = ['skill_module', 'lesson', 'quiz', 'quiz_question'];

/** Published revisions, question versions and the facts of certificates never change, whoever asks. */
export const IMMUTABILITY = [
  `
CREATE FUNCTION refuse_published_revision() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  revision uuid;
BEGIN
  IF TG_TABLE_NAME = 'quiz_question' THEN
    SELECT q.revision_id INTO revision FROM quiz q WHERE q.id = COALESCE(NEW.quiz_id, OLD.quiz_id);
  ELSE
    revision := COALESCE(NEW.revision_id, OLD.revision_id);
  END IF;
  IF EXISTS (SELECT 1 FROM course_revision r WHERE r.id = revision AND r.state IN ('published', 'retired')) THEN
    RAISE EXCEPTION 'Course revision % is published and never changes', revision USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$`,
  `
CREATE FUNCTION keep_published_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state NOT IN ('published', 'retired') THEN
    RETURN COALESCE(NEW, OLD);
  END IF;
  IF TG_OP = 'DELETE' OR to_jsonb(NEW) - 'state' <> to_jsonb(OLD) - 'state' OR NEW.state NOT IN ('published', 'retired') THEN
    RAISE EXCEPTION 'Course revision % is published and never changes', OLD.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$`,
  `
CREATE TRIGGER tr_course_revision_immutable BEFORE UPDATE OR DELETE ON course_revision FOR EACH ROW EXECUTE FUNCTION keep_published_revision()`,
  `
CREATE FUNCTION keep_facts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Rows of % never change', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$`,
  `
CREATE TRIGGER tr_question_version_immutable BEFORE UPDATE OR DELETE ON question_version FOR EACH ROW EXECUTE FUNCTION keep_facts()`,
  `
CREATE FUNCTION keep_certificate_facts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (to_jsonb(NEW) - ARRAY['state', 'pdf_key', 'revoked_at', 'revocation_reason'])
     <> (to_jsonb(OLD) - ARRAY['state', 'pdf_key', 'revoked_at', 'revocation_reason']) THEN
    RAISE EXCEPTION 'The facts of certificate % never change', OLD.register_number USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$`,
  `
CREATE TRIGGER tr_certificate_immutable BEFORE UPDATE OR DELETE ON certificate FOR EACH ROW EXECUTE FUNCTION keep_certificate_facts()`,
  ...PARTS_OF_A_REVISION.map(
    (table) => `CREATE TRIGGER tr_${table}_immutable BEFORE INSERT OR UPDATE OR DELETE ON ${table}
       FOR EACH ROW EXECUTE FUNCTION refuse_published_revision()`,
  ),
];
