import type { ReactNode } from 'react';
import styles from './certificate-frame.module.css';

const WAVE = 'M-36 11c4.4 0 7.6-10 12-10s7.6 10 12 10S-4.4 1 0 1s7.6 10 12 10S19.6 1 24 1s7.6 10 12 10S43.6 1 48 1';

/** The waves of the public pages' band, in gold: engraved lines that a certificate has and nothing else here does. */
function Band({ id }: { id: string }) {
  return (
    <svg className={styles.band} width="100%" height="12" aria-hidden>
      <defs>
        <path id={`${id}-w`} d={WAVE} fill="none" strokeWidth=".7" />
        <pattern id={`${id}-p`} width="24" height="12" patternUnits="userSpaceOnUse">
          <g stroke="#855F00">
            {[0, 4, 8, 12, 16, 20].map((x) => (
              <use key={x} href={`#${id}-w`} x={x} />
            ))}
          </g>
        </pattern>
      </defs>
      <rect width="100%" height="12" fill={`url(#${id}-p)`} />
    </svg>
  );
}

/** The one ornate object of the application. */
export function CertificateFrame({ children }: { children: ReactNode }) {
  return (
    <article className={styles.frame} lang="vi">
      <Band id="top" />
      <div className={styles.inside}>{children}</div>
      <Band id="foot" />
    </article>
  );
}
