import { Controller, Get, Header, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { Public } from '../auth/can.decorator.js';
import { Config } from '../config/config.js';
import { NotFound, Unavailable } from '../problems/problem.js';
import { Metrics } from './metrics.js';

const LOOPBACK = /^(::1|127\.|::ffff:127\.)/;

@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly metrics: Metrics,
    private readonly config: Config,
  ) {}

  /** The process answers. */
  @Public('load balancers and container health checks have no account')
  @Get('api/health/live')
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  /** The process can do its work: the database answers. */
  @Public('load balancers and container health checks have no account')
  @Get('api/health/ready')
  async ready(): Promise<{ status: 'ready' }> {
    try {
      await this.dataSource.query('SELECT 1');
    } catch {
      throw Unavailable(undefined, { retryAfterSeconds: 2 });
    }
    return { status: 'ready' };
  }

  /** Figures for Prometheus, to the same machine or to who holds METRICS_TOKEN. */
  @Public('scrapers have no account; guarded by address and token')
  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  async scrape(@Req() request: FastifyRequest): Promise<string> {
    const token = this.config.METRICS_TOKEN;
    const allowed = token ? request.headers.authorization === `Bearer ${token}` : LOOPBACK.test(request.ip);
    if (!allowed) throw NotFound();
    return this.metrics.text();
  }
}
