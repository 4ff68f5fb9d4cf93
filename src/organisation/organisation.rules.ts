import type { Actor, RoleName } from '../platform/auth/actor.js';
import { cleanName } from '../platform/text/vietnamese.js';

const CODE = /^[A-Z0-9][A-Z0-9.-]{1,39}$/;
const NAME_MAX = 200;

/** The code of a unit as stored: upper case, without surrounding blanks; null when it cannot be one. */
export function organisationCodeOf(text: string): string | null {
  const code = text.normalize('NFKC').trim().toUpperCase();
  return CODE.test(code) ? code : null;
}

/** The name of a unit as stored; null when it is empty or longer than 200 characters. */
export function unitNameOf(text: string): string | null {
  const name = cleanName(text);
  return name === '' || name.length > NAME_MAX ? null : name;
}

/** The place of a unit in the tree: its parent's ltree path and its own id without dashes (a label takes no dash). */
export function treePath(parentPath: string | null, id: string): string {
  const label = id.replaceAll('-', '');
  return parentPath === null ? label : `${parentPath}.${label}`;
}

/** Whether `path` is one of `ancestors` or lies below one of them. */
export function isWithin(path: string, ancestors: readonly string[]): boolean {
  return ancestors.some((ancestor) => path === ancestor || path.startsWith(`${ancestor}.`));
}

/** The same subtrees, each named once: a path below another one adds nothing. */
export function outermostPaths(paths: readonly string[]): string[] {
  const distinct = [...new Set(paths)];
  return distinct
    .filter(
      (path) =>
        !isWithin(
          path,
          distinct.filter((other) => other !== path),
        ),
    )
    .sort();
}

/**
 * The one scope function: the ltree paths of what an actor may see in any of these roles; empty means nothing.
 * Every list, count and export filters by it, through `withinScope`.
 */
export function scopeOf(actor: Pick<Actor, 'grants'>, roles: readonly RoleName[]): string[] {
  return outermostPaths(actor.grants.filter((grant) => roles.includes(grant.role)).map((grant) => grant.path));
}
