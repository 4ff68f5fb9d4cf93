import { Module } from '@nestjs/common';
import { LandingController } from './landing.controller.js';
import { PageRenderer } from './page-renderer.js';

/** Pages that the server renders and that need no JavaScript: the layout, the first page, errors. */
@Module({ controllers: [LandingController], providers: [PageRenderer], exports: [PageRenderer] })
export class PagesModule {}
