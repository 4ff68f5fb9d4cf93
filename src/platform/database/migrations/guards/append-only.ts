/** Tables whose rows are evidence: they are added, and never changed or removed by anybody. */
export const APPEND_ONLY_TABLES = ['audit_entry', 'attendance_event', 'audit_seal'] as const;

/**
 * The function behind the append-only triggers. Its error names table and operation; class 23 (integrity constraint
 * violation), so that nobody takes it for a fault of the connection.
 */
export const REFUSE_CHANGE_FUNCTION = `
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % is refused', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'restrict_violation', HINT = 'Add a row that corrects the earlier one.';
END
$$`;

/**
 * Makes a table append-only for everybody, its owner included. Statement level, so that a statement that would match no
 * row is refused too; ALWAYS, so that a session in replica mode is no way around it.
 */
export function appendOnlySql(table: string): string[] {
  const trigger = `tr_${table}_append_only`;
  return [
    `CREATE TRIGGER ${trigger} BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table} EXECUTE FUNCTION refuse_change()`,
    `ALTER TABLE ${table} ENABLE ALWAYS TRIGGER ${trigger}`,
  ];
}
