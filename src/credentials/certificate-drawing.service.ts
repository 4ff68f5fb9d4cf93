import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { Config } from '../platform/config/config.js';
import { PdfRenderer } from '../platform/pdf/pdf-renderer.js';
import { ObjectStorage } from '../platform/storage/object-storage.js';
import { drawingOf } from './certificate-wording.rules.js';
import { Certificate } from './entities/certificate.entity.js';

const TEMPLATE = new URL('./certificate-pdf/certificate-template.js', import.meta.url);

/** Makes the PDF of a certificate and keeps it for good. */
@Injectable()
export class CertificateDrawingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
    private readonly renderer: PdfRenderer,
    private readonly storage: ObjectStorage,
  ) {}

  /**
   * Draws a certificate that has no PDF yet. Nothing is locked meanwhile: the same certificate drawn twice is the same
   * bytes under the same key.
   * @throws Error when drawing or storing fails; the job tries again
   */
  async draw(certificateId: string): Promise<void> {
    const { manager } = this.dataSource;
    const certificate = await manager.findOneBy(Certificate, { id: certificateId, pdfKey: IsNull() });
    if (!certificate) return;
    const pdf = await this.renderer.render(TEMPLATE, drawingOf(certificate, this.config.publicUrl));
    const pdfKey = await this.storage.put(pdf);
    await this.dataSource.transaction((tx) =>
      tx.update(Certificate, { id: certificateId, pdfKey: IsNull() }, { pdfKey }),
    );
  }
}
