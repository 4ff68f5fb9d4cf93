import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '../platform/ids/new-id.js';
import { ArticleVersion } from './entities/article-version.entity.js';
import { LawArticle } from './entities/law-article.entity.js';
import { LawDocument, type LawConfidence } from './entities/law-document.entity.js';
import { LawSource } from './entities/law-source.entity.js';
import { articleSearchText } from './law.rules.js';

export interface ParsedVersion {
  validFrom: string;
  validTo: string | null;
  summary: string;
  amended: string | null;
  note: string | null;
  confidence: LawConfidence;
  sources: string[];
}

export interface ParsedArticle {
  code: string;
  number: string;
  title: string;
  chapter: string | null;
  seeAlso: string[];
  versions: ParsedVersion[];
}

export interface ParsedDocument extends Omit<LawDocument, 'id'> {
  articles: ParsedArticle[];
}

export interface ParsedLaw {
  sources: { code: string; text: string }[];
  documents: ParsedDocument[];
}

const CHUNK = 200;

/** Brings the law library to what the files say. Ids of documents, articles and versions stay, so citations stay. */
@Injectable()
export class LawImportService {
  async importLaw(tx: EntityManager, law: ParsedLaw): Promise<void> {
    await tx.upsert(LawSource, law.sources, ['code']);
    for (const { articles, ...document } of law.documents) {
      const known = await tx.findOneBy(LawDocument, { code: document.code });
      const id = known?.id ?? newId();
      await tx.upsert(LawDocument, { id, ...document }, ['code']);
      await this.importArticles(tx, { id, title: document.title }, articles);
    }
  }

  private async importArticles(
    tx: EntityManager,
    document: { id: string; title: string },
    articles: ParsedArticle[],
  ): Promise<void> {
    const known = await tx.findBy(LawArticle, { documentId: document.id });
    const idOf = new Map(known.map((article) => [article.code, article.id]));
    const rows = articles.map((article, index) => ({
      id: idOf.get(article.code) ?? newId(),
      documentId: document.id,
      code: article.code,
      number: article.number,
      position: index + 1,
      title: article.title,
      chapter: article.chapter,
      seeAlso: article.seeAlso,
      searchText: articleSearchText({
        number: article.number,
        title: article.title,
        documentTitle: document.title,
        summary: article.versions.at(-1)?.summary ?? '',
      }),
    }));
    for (let at = 0; at < rows.length; at += CHUNK) await tx.upsert(LawArticle, rows.slice(at, at + CHUNK), ['code']);
    const versions = articles.flatMap((article, index) =>
      article.versions.map((version) => ({ articleId: rows[index]?.id ?? '', ...version })),
    );
    await this.importVersions(tx, document.id, versions);
  }

  /** A version is known by its article and first day. Changed ones are closed first, so that periods never overlap. */
  private async importVersions(
    tx: EntityManager,
    documentId: string,
    versions: (ParsedVersion & { articleId: string })[],
  ): Promise<void> {
    const known = await tx
      .createQueryBuilder(ArticleVersion, 'v')
      .innerJoin('v.article', 'a')
      .where('a.documentId = :documentId', { documentId })
      .getMany();
    const keyOf = (version: { articleId: string; validFrom: string }) => `${version.articleId} ${version.validFrom}`;
    const byKey = new Map(known.map((version) => [keyOf(version), version]));
    const fresh: (ParsedVersion & { articleId: string; id: string })[] = [];
    for (const version of versions) {
      const { id } = byKey.get(keyOf(version)) ?? {};
      if (id === undefined) fresh.push({ id: newId(), ...version });
      else await tx.update(ArticleVersion, { id }, version);
    }
    for (let at = 0; at < fresh.length; at += CHUNK) await tx.insert(ArticleVersion, fresh.slice(at, at + CHUNK));
  }
}
