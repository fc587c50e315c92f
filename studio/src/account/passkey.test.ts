import { expect, test } from '@playwright/test';
import { base64url, bytesOf, creationOptions, requestOptions } from './passkey.ts';

test('Bytes come back from base64url as they were', () => {
  for (let length = 0; length < 70; length++) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 151 + length) % 256);
    const text = base64url(bytes);
    expect(text).toMatch(/^[A-Za-z0-9_-]*$/);
    expect(bytesOf(text)).toEqual(bytes);
  }
});

test('Base64url uses the letters of URLs and no padding', () => {
  expect(base64url(Uint8Array.of(0xfb, 0xff))).toBe('-_8');
  expect(bytesOf('-_8=')).toEqual(Uint8Array.of(0xfb, 0xff));
});

test('Options of the service become what browsers without JSON want', () => {
  const made = creationOptions({
    challenge: 'AQI',
    rp: { id: 'localhost', name: 'Beatboard' },
    user: { id: 'Aw', name: 'a@b.example', displayName: 'A' },
    excludeCredentials: [{ type: 'public-key', id: 'BAU' }],
  });
  expect(made.challenge).toEqual(Uint8Array.of(1, 2));
  expect(made.user.id).toEqual(Uint8Array.of(3));
  expect(made.excludeCredentials?.[0]?.id).toEqual(Uint8Array.of(4, 5));
  expect(requestOptions({ challenge: 'AQI' }).allowCredentials).toEqual([]);
});
