import styles from './progress.module.css';

interface ProgressProps {
  /** 0–100 */
  percent: number;
  /** What the bar is about, for who does not see it. */
  label: string;
  tone?: 'blue' | 'good' | 'on-blue';
}

export function Progress({ percent, label, tone = 'blue' }: ProgressProps) {
  const whole = Math.round(Math.min(100, Math.max(0, percent)));
  return (
    <div
      className={styles.track}
      data-tone={tone}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={whole}
    >
      <div className={styles.fill} style={{ width: `${whole}%` }} />
    </div>
  );
}
