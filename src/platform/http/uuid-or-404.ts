import { ParseUUIDPipe } from '@nestjs/common';
import { NotFound } from '../problems/problem.js';

/** An id in a path: what is no UUID cannot be the id of anything, so it is not found. */
export const UUID_OR_404 = new ParseUUIDPipe({ exceptionFactory: () => NotFound() });
