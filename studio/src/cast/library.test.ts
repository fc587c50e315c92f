import { expect, test } from '@playwright/test';
import { digestOf } from './digest.ts';
import { withPerson } from './library.ts';

test('Somebody of the same name is replaced, others stay', () => {
  const shot = { duration: '1s', keyframes: [], cast: [{ name: 'Mara' }, { name: 'Daniel' }] };
  const cast = withPerson(shot, { name: 'Daniel', description: 'tall' }).cast;
  expect(cast).toEqual([{ name: 'Mara' }, { name: 'Daniel', description: 'tall' }]);
  expect(withPerson(shot, { name: 'Tom' }).cast).toHaveLength(3);
});

test('A picture belongs to a look, whatever the person is called and in whatever order it is written', async () => {
  const a = await digestOf({ name: 'Daniel', age: 35, hair: { style: 'short', face: 'beard' } });
  expect(await digestOf({ hair: { face: 'beard', style: 'short' }, age: 35, name: 'Tom' })).toBe(a);
  expect(await digestOf({ name: 'Daniel', age: 36, hair: { style: 'short', face: 'beard' } })).not.toBe(a);
});
