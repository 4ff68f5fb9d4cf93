import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The bytes of a content file or an image, once however many revisions and drafts hold them. Never changes (trigger). */
@Entity()
@Check('ck_content_blob_hash', `hash = encode(sha256(bytes), 'hex')`)
@Check('ck_content_blob_image', `(media_type = 'image/webp') = (width IS NOT NULL AND height IS NOT NULL)`)
export class ContentBlob {
  /** SHA-256 (hex) of the bytes. */
  @PrimaryColumn('text')
  hash: string;

  @Column('text')
  mediaType: string;

  @Column('bytea')
  bytes: Buffer;

  /** In pixels; images only. */
  @Column('int', { nullable: true })
  width: number | null;

  /** In pixels; images only. */
  @Column('int', { nullable: true })
  height: number | null;
}
