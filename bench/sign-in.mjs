// A session without a password: a benchmark is not about signing in.
import { createHash, randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';

/**
 * Signs in whoever of the demonstration holds one of the roles highest up.
 * @returns the cookie, and the code of the unit on which the role is held
 */
export async function signInAs(client, roles) {
  const { rows } = await client.query(
    `SELECT u.id AS "userId", o.code FROM role_grant g
       JOIN organisation o ON o.id = g.organisation_id JOIN user_account u ON u.person_id = g.person_id
      WHERE g.role = ANY ($1) ORDER BY nlevel(o.path), g.id LIMIT 1`,
    [roles],
  );
  const [{ userId, code }] = rows;
  const token = randomBytes(32).toString('base64url');
  const hash = createHash('sha256').update(token).digest();
  await client.query(
    `INSERT INTO user_session (id, token_hash, user_id, created_at, last_seen_at, expires_at)
     VALUES ($1, $2, $3, now(), now(), now() + interval '1 day')`,
    [uuidv7(), hash, userId],
  );
  return { cookie: `us_session=${token}`, code };
}
