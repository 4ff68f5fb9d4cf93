/** A4 landscape in points, and the colours of the guide: ink, union blue, gold for recognition. */
export const PAGE = { width: 841.89, height: 595.28 };

export const INK = '#1B2430';
export const BLUE = '#0B4F8A';
export const GOLD = '#855F00';

/** The place for stamp and signature. */
export const SEAL = { x: PAGE.width - 84 - 112, y: 500, radius: 28 };
