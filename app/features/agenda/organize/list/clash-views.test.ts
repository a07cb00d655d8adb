import { expect, it } from 'vitest'
import type { Clash } from '#app/features/agenda/domain/clashes/clashes.ts'
import { type ClashView, groupedClashes } from './clash-views.ts'

const view = (
  key: string,
  clash: Partial<Clash> & { kind: Clash['kind'] },
  ids: string[],
  person: string | null = null,
) =>
  ({
    key,
    person,
    clash: { severity: 'warning', sessionIds: ids, ...clash },
    sessions: ids.map((id) => ({ id, title: { vi: id } })),
  }) as ClashView

it('what is the same for many sessions is told once; what is about two or about somebody is told each time', () => {
  const grouped = groupedClashes([
    view('1', { kind: 'interpreter-missing' }, ['a']),
    view('2', { kind: 'room-twice', roomId: 'r' }, ['a', 'b']),
    view('3', { kind: 'interpreter-missing' }, ['b']),
    view('4', { kind: 'translation-missing', field: 'title', locale: 'en' }, ['a']),
    view('5', { kind: 'translation-missing', field: 'title', locale: 'vi' }, ['b']),
    view('6', { kind: 'outside-availability', personId: 'x' }, ['a'], 'Giang'),
    view('7', { kind: 'outside-availability', personId: 'y' }, ['a'], 'Huyền'),
  ])
  expect(grouped.map((one) => one.sessions.map(({ id }) => id).join())).toEqual([
    'a,b',
    'a,b',
    'a',
    'b',
    'a',
    'a',
  ])
})
