import { useMemo } from 'react';
import { encode } from 'uqr';

/** A QR code as one path: sharp on a phone, on a projector and on paper. */
export function QrCode({ content, label, className }: { content: string; label: string; className?: string }) {
  const { size, path } = useMemo(() => {
    const { data, size: side } = encode(content, { ecc: 'M', border: 3 });
    const cells = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')));
    return { size: side, path: cells.join('') };
  }, [content]);
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      className={className}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#1b2430" />
    </svg>
  );
}
