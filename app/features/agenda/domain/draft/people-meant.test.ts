import { expect, it } from 'vitest'
import { choiceNames, namesakesOf, newNameIn } from './people-meant.ts'

const person = (id: string, name: string, note = '') => ({ id, name, note })

it.each([
  ['one of a name', [person('a', 'Lê An', 'Nhà báo')], ['Lê An']],
  [
    'two of a name, by position and body',
    [person('a', 'Lê An', 'Nhà báo, VFDA'), person('b', 'Lê An', 'Đạo diễn')],
    ['Lê An (Nhà báo, VFDA)', 'Lê An (Đạo diễn)'],
  ],
  [
    'two whose names differ in accents only',
    [person('a', 'Lê Ân', 'Nhà báo'), person('b', 'Lê An', 'Đạo diễn')],
    ['Lê Ân (Nhà báo)', 'Lê An (Đạo diễn)'],
  ],
  [
    'two of whom nothing else is known',
    [person('a', 'Lê An'), person('b', 'Lê An')],
    ['Lê An [1]', 'Lê An [2]'],
  ],
])('names %s so that each can be chosen', (_, people, names) => {
  expect([...choiceNames(people).values()]).toEqual(names)
})

it.each([
  ['+ Trần Thị Mới', 'Trần Thị Mới'],
  ['+An', 'An'],
  ['An', null],
  ['+', null],
  ['A+B', null],
])('reads somebody new in %s', (text, name) => {
  expect(newNameIn(text)).toBe(name)
})

it('finds who may be meant by a name typed without its accents', () => {
  const people = [person('a', 'Trần Thị Anh'), person('b', 'Trần Thị Ánh'), person('c', 'Trần Anh')]
  expect(namesakesOf(people, 'tran thi anh').map(({ id }) => id)).toEqual(['a', 'b'])
  expect(namesakesOf(people, ' ')).toEqual([])
})
