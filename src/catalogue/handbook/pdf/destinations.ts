/** Names of places in the book, for links and bookmarks. */
export const destinationOf = {
  module: (number: number) => `chuyen-de-${number}`,
  lesson: (number: string) => `bai-${number}`,
  deadlines: 'thoi-han',
  articles: 'dieu-luat',
  article: (code: string) => `dieu-${code}`,
};
