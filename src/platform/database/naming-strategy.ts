import { createHash } from 'node:crypto';
import { DefaultNamingStrategy, type NamingStrategyInterface, type Table } from 'typeorm';

/** PostgreSQL cuts longer names off silently, which could make two of them equal. */
const MAX_LENGTH = 63;

/** `validFrom` → `valid_from`, `PDFKey` → `pdf_key`. */
export function snakeCase(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();
}

/** A name that fits: an over-long one keeps its beginning and ends with a mark made from the whole of it. */
function fit(name: string): string {
  if (name.length <= MAX_LENGTH) return name;
  const mark = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return `${name.slice(0, MAX_LENGTH - mark.length - 1)}_${mark}`;
}

/**
 * Tables and columns in snake_case; constraints and indexes named by what they are on, so that an error of PostgreSQL
 * says what was wrong: `uq_login_name_value`, `fk_enrolment_person_id`, `ix_notification_person_id_created_at`.
 * Checks and exclusions cannot be named by their columns (TypeORM gives only the expression): name them in the entity.
 */
export class SnakeCaseNaming extends DefaultNamingStrategy implements NamingStrategyInterface {
  override tableName(className: string, customName: string | undefined): string {
    return customName ?? snakeCase(className);
  }

  override columnName(propertyName: string, customName: string | undefined, embeddedPrefixes: string[]): string {
    return [...embeddedPrefixes.map(snakeCase), customName ?? snakeCase(propertyName)].join('_');
  }

  override joinColumnName(relationName: string, referencedColumnName: string): string {
    return snakeCase(`${relationName}_${referencedColumnName}`);
  }

  override joinTableName(first: string, _second: string, firstProperty: string): string {
    return `${first}_${snakeCase(firstProperty.replaceAll('.', '_'))}`;
  }

  override joinTableColumnName(table: string, property: string, column?: string): string {
    return `${table}_${column ?? snakeCase(property)}`;
  }

  override primaryKeyName(table: Table | string): string {
    return fit(`pk_${this.plainName(table)}`);
  }

  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return this.named('uq', table, columns);
  }

  override relationConstraintName(table: Table | string, columns: string[]): string {
    return this.named('uq', table, columns);
  }

  override foreignKeyName(table: Table | string, columns: string[]): string {
    return this.named('fk', table, columns);
  }

  override indexName(table: Table | string, columns: string[], where?: string): string {
    // Two indexes on the same columns differ in their condition; only its hash is short enough for a name.
    return this.named('ix', table, where ? [...columns, hash(where)] : columns);
  }

  override checkConstraintName(table: Table | string, expression: string): string {
    return this.named('ck', table, [hash(expression)]);
  }

  override exclusionConstraintName(table: Table | string, expression: string): string {
    return this.named('ex', table, [hash(expression)]);
  }

  private named(kind: string, table: Table | string, parts: string[]): string {
    return fit([kind, this.plainName(table), ...parts].join('_'));
  }

  private plainName(table: Table | string): string {
    return (typeof table === 'string' ? table : table.name).split('.').at(-1) ?? '';
  }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
