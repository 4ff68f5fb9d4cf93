import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist',
    // Lowers JavaScript only; the style sheets still need Chrome 108 or Safari 15.4 (:has, dvh).
    target: ['chrome87', 'safari14'],
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
