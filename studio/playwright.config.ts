import { defineConfig } from '@playwright/test';

/**
 * Two kinds of tests: `logic`, which need no browser, and `browser`, which drive a running service (BEATBOARD_URL) with
 * Debian's Chromium (or the one that CHROMIUM names).
 */
export default defineConfig({
  fullyParallel: false,
  workers: 1,
  forbidOnly: process.env['CI_REQUIRE_TOOLS'] !== undefined,
  // A busy machine without a graphics card can be late once; what passes only then is told of.
  retries: process.env['CI_REQUIRE_TOOLS'] === undefined ? 0 : 1,
  timeout: 120_000,
  reporter: process.env['BEATBOARD_REPORT'] ? [['line'], ['json', { outputFile: process.env['BEATBOARD_REPORT'] }]] : 'line',
  outputDir: 'test-results',
  snapshotPathTemplate: '{testDir}/golden/{arg}{ext}',
  expect: { timeout: 20_000, toHaveScreenshot: { maxDiffPixelRatio: 0.02, animations: 'disabled' } },
  projects: [
    { name: 'logic', testDir: 'src', testMatch: '**/*.test.ts' },
    {
      name: 'browser',
      testDir: 'test',
      testMatch: '**/*.spec.ts',
      use: {
        baseURL: process.env['BEATBOARD_URL'] ?? 'http://127.0.0.1:8080',
        viewport: { width: 1440, height: 900 },
        colorScheme: 'dark',
        locale: 'en-US',
        timezoneId: 'UTC',
        screenshot: 'only-on-failure',
        launchOptions: {
          executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
          args: [
            '--no-sandbox',
            '--use-angle=swiftshader',
            '--enable-unsafe-swiftshader',
            '--ignore-gpu-blocklist',
            '--disable-background-networking',
            '--font-render-hinting=none',
          ],
        },
      },
    },
  ],
});
