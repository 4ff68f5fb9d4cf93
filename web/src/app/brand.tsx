/** The open book, as on the public pages. */
export function BrandMark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 28 28" aria-hidden>
      <rect width="28" height="28" rx="6" fill="#0B4F8A" />
      <path
        d="M6 9.5c3-1.2 5.6-.8 8 1v11c-2.4-1.8-5-2.2-8-1zM22 9.5c-3-1.2-5.6-.8-8 1v11c2.4-1.8 5-2.2 8-1z"
        fill="#fff"
      />
    </svg>
  );
}
