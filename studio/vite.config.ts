import { readFileSync } from 'node:fs';
import { type Plugin, defineConfig } from 'vite';

// While developing, pages come from Vite and the API from a running `./beatboard serve`.
const api = process.env['BEATBOARD_URL'] ?? 'http://127.0.0.1:8080';
const key = process.env['BEATBOARD_KEY'];
const proxied = {
  target: api,
  ...(key === undefined ? {} : { headers: { Authorization: `Bearer ${key}` } }),
};

/** The licenses of what is in the page, as one file beside it. */
const licenses: Plugin = {
  name: 'licenses',
  generateBundle() {
    const of = (name: string, file = 'LICENSE') => `${name}\n\n${readFileSync(`node_modules/${name}/${file}`, 'utf8').trim()}\n`;
    this.emitFile({
      type: 'asset',
      fileName: 'licenses.txt',
      source: [of('@fontsource-variable/inter'), of('lit'), of('three')].join('\n----\n\n'),
    });
  },
};

export default defineConfig({
  plugins: [licenses],
  base: '/',
  build: {
    target: 'es2023',
    // The content-security policy allows no data: scripts or styles; small files stay files.
    assetsInlineLimit: 0,
    cssCodeSplit: true,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/v1': proxied, '/files': proxied, '/health': proxied, '/docs': proxied, '/openapi.json': proxied } },
});
