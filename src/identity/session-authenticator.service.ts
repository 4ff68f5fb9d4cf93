import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Authenticator, type Actor, type Grant } from '../platform/auth/actor.js';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import { namedQuery } from '../platform/database/sql.js';
import { ACTOR_BY_TOKEN, TOUCH_SESSION } from './identity.queries.js';
import { isStale, isToken, sessionEnd, tokenHash } from './session.rules.js';

interface ActorRow extends Omit<Actor, 'grants'> {
  grants: Grant[] | null;
  lastSeenAt: Date;
}

/** Turns the session cookie into the actor of a request: one prepared query, and once an hour one write. */
@Injectable()
export class SessionAuthenticator extends Authenticator {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {
    super();
  }

  async authenticate(token: string): Promise<Actor | null> {
    if (!isToken(token)) return null;
    const now = this.clock.now();
    const [row] = await namedQuery<ActorRow>(this.dataSource, 'identity.actor-by-token', ACTOR_BY_TOKEN, [
      tokenHash(token),
      now,
      vietnamDate(now),
    ]);
    if (!row) return null;
    const { lastSeenAt, grants, ...actor } = row;
    if (isStale(lastSeenAt, now)) {
      const values = [row.sessionId, now, sessionEnd(now), lastSeenAt];
      await namedQuery(this.dataSource, 'identity.touch-session', TOUCH_SESSION, values);
    }
    return { ...actor, grants: grants ?? [] };
  }
}
