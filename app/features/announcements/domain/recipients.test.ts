import { expect, test } from 'vitest'
import {
  type Addressee,
  isWritten,
  languagesWithout,
  planRecipients,
  sharesOf,
  usualAudience,
} from './recipients.ts'

const guest = (name: string, email: string | null, more: Partial<Addressee> = {}): Addressee => ({
  group: 'registered',
  name,
  email,
  locale: 'vi',
  ...more,
})

test('each address is written to once, in whatever case and alphabet, for whoever comes first', () => {
  const plan = planRecipients([
    guest('Lan', 'Lan@Example.org'),
    guest('Minh', null),
    guest('Lan khác', ' lan@example.ORG '),
    guest('Hà', 'ha@điện-ảnh.vn', { locale: 'en' }),
    guest('Hà (diễn giả)', 'ha@xn--in-nh-4ya7014cfia.vn', { group: 'speakers' }),
    guest('Vũ', '', { group: 'speakers' }),
  ])
  expect(plan.recipients.map(({ name, email }) => `${name} ${email}`)).toEqual([
    'Lan Lan@Example.org',
    `Hà ${'ha@điện-ảnh.vn'}`,
  ])
  expect(plan.sameAddress.map(({ name }) => name)).toEqual(['Lan khác', 'Hà (diễn giả)'])
  expect(plan.withoutAddress.map(({ name }) => name)).toEqual(['Minh', 'Vũ'])
})

test('a share for each group and language that somebody reads', () => {
  const { recipients } = planRecipients([
    guest('A', 'a@example.org'),
    guest('B', 'b@example.org'),
    guest('C', 'c@example.org', { locale: 'en' }),
    guest('D', 'd@example.org', { group: 'hosts' }),
  ])
  expect(sharesOf(recipients)).toEqual([
    { group: 'registered', locale: 'vi', count: 2 },
    { group: 'registered', locale: 'en', count: 1 },
    { group: 'hosts', locale: 'vi', count: 1 },
  ])
})

test.each([
  [{ vi: 'Đổi phòng' }, { vi: 'Phòng 2' }, true, ['en']],
  [{ vi: 'Đổi phòng', en: 'Room' }, { vi: 'Phòng 2' }, true, ['en']],
  [{ vi: 'Đổi phòng', en: 'Room' }, { vi: 'Phòng 2', en: 'Room 2' }, true, []],
  [{ en: 'Room' }, {}, false, ['vi']],
  [{}, {}, false, []],
])('subject %j and text %j: written %s, without words of their own %j', (subject, text, written, without) => {
  expect(isWritten({ subject, text })).toBe(written)
  expect(languagesWithout({ subject, text })).toEqual(without)
})

test('whoever left is written to only where somebody chose so', () => {
  expect(usualAudience.states).not.toContain('cancelled')
  expect(usualAudience.states).not.toContain('declined')
})
