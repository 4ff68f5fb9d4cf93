import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { compression } from 'vite-plugin-compression2';
import { VitePWA } from 'vite-plugin-pwa';
import { compiledCatalogues } from './scripts/compiled-catalogues.mjs';

/** Pages that the server renders itself, and what is no page at all: never answered with the application's shell. */
const NOT_THE_APPLICATION = [/^\/$/, /^\/\?/, /^\/api\//, /^\/xac-minh/, /^\/d\//, /^\/pages\//, /^\/metrics/];

/** Chunks for lecturers and officers: they sit at a desk, and a learner's phone need not pay for them. */
const STAFF_CHUNKS = ['**/teach-*', '**/manage-*'];

/** The side of the desk that a chunk belongs to; none when a learner's screens are in it too. */
function audienceOf(ids: string[]): string | undefined {
  const found = ids.map((id) => /\/src\/(app|learn|teach|manage)\//.exec(id)?.[1]);
  const [first, ...others] = new Set(found.filter((name) => name !== undefined));
  return others.length === 0 && (first === 'teach' || first === 'manage') ? first : undefined;
}

/** The frame of every screen; fields and tables are for the few screens that have them. */
function isShared(id: string): boolean {
  if (/\/ui\/(fields|roster-view|mark-sheet|class-rows|vietnamese|qr-code|lesson-article|photo-pages)/.test(id))
    return false;
  if (/\/ui\/(question\/|wordings|teaching-facts|topic-name|search-field|use-asked)/.test(id)) return false;
  if (/\/api\/(units|organisations|record|people|imports|draft|essay|question|review|teaching|law-)/.test(id))
    return false;
  if (/\/offline\/photo-/.test(id)) return false;
  return /\/src\/(ui|api|offline|i18n)\/|@tabler\/icons-react|openapi-fetch/.test(id) && !/\.json$/.test(id);
}

/**
 * Style sheets after the empty shell: what the shell needs is inline, so a phone paints it without waiting for them.
 * The application's script still waits, hence nothing is ever drawn without its style.
 */
const styleSheetsLast: Plugin = {
  name: 'style-sheets-last',
  apply: 'build',
  enforce: 'post',
  transformIndexHtml: {
    order: 'post',
    handler(html) {
      const sheets = html.match(/ *<link rel="stylesheet"[^>]*>\n?/g) ?? [];
      const rest = sheets.reduce((page, sheet) => page.replace(sheet, ''), html);
      return rest.replace('</body>', `${sheets.join('')}  </body>`);
    },
  },
};

export default defineConfig({
  plugins: [
    react(),
    styleSheetsLast,
    compiledCatalogues(),
    VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      manifest: {
        name: 'Kỹ năng Công đoàn',
        short_name: 'Kỹ năng CĐ',
        description: 'Khoá học ngắn cho cán bộ công đoàn',
        lang: 'vi',
        id: '/hoc',
        start_url: '/hoc',
        scope: '/',
        display: 'standalone',
        theme_color: '#0B4F8A',
        background_color: '#F7F9FB',
        icons: [
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      workbox: {
        globPatterns: ['index.html', 'assets/*.{js,css,woff2}'],
        globIgnores: STAFF_CHUNKS,
        navigateFallback: '/index.html',
        navigateFallbackDenylist: NOT_THE_APPLICATION,
        cleanupOutdatedCaches: true,
        // Images of lessons are named by their bytes: what the phone has once, it never asks for again.
        runtimeCaching: [
          {
            urlPattern: /\/api\/v1\/images\/[0-9a-f]{64}$/,
            handler: 'CacheFirst',
            options: {
              cacheName: 'lesson-images',
              expiration: { maxEntries: 400, purgeOnQuotaError: true },
              cacheableResponse: { statuses: [200] },
            },
          },
        ],
        inlineWorkboxRuntime: true,
      },
    }),
    compression({ algorithms: ['brotliCompress', 'gzip'], include: /\.(js|css|svg|webmanifest)$/ }),
  ],
  build: {
    outDir: 'dist',
    // Lowers JavaScript only; the style sheets still need Chrome 108 or Safari 15.4 (:has, dvh, <dialog>).
    target: ['chrome87', 'safari14'],
    // Small images stay files: the content security policy is simpler to read, and they are cached by themselves.
    assetsInlineLimit: 0,
    manifest: true,
    rolldownOptions: {
      output: {
        chunkFileNames: (chunk) => {
          const audience = audienceOf(chunk.facadeModuleId ? [chunk.facadeModuleId] : chunk.moduleIds);
          return `assets/${audience ? `${audience}-` : ''}[name]-[hash].js`;
        },
        codeSplitting: {
          groups: [
            // Changes with a dependency's version only: a returning phone keeps it over releases.
            {
              name: 'framework',
              test: /node_modules\/(react|react-dom|scheduler|@tanstack|wouter|use-intl|idb)\//,
              priority: 3,
            },
            // The editor's libraries are the lecturers' alone; by its name the service worker leaves it out.
            {
              name: 'teach-editor',
              test: /node_modules\/(@tiptap|prosemirror-|rope-sequence|orderedmap|w3c-keyname|markdown-it|mdurl|uc\.micro|linkify-it|entities|punycode)/,
              priority: 0,
            },
            // What many screens share is one file: on a slow network each request costs more than its bytes.
            { name: 'kit', test: isShared, minShareCount: 3, priority: 1 },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      '^/(api|xac-minh|d|pages)(/|\\?|$)': { target: process.env['API_URL'] ?? 'http://127.0.0.1:3000' },
    },
  },
  preview: {
    proxy: {
      '^/(api|xac-minh|d|pages)(/|\\?|$)': { target: process.env['API_URL'] ?? 'http://127.0.0.1:3000' },
    },
  },
});
