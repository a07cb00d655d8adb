import { describe, expect, it } from 'vitest'
import { type GuestDetails, guestChanges, tagsIn } from './guest-details.ts'

describe('tags as one types them', () => {
  it.each<[string, string[]]>([
    ['', []],
    ['xe số 1', ['xe số 1']],
    [' Tiệc tối ,xe  số 1;\nTIỆC TỐI', ['Tiệc tối', 'xe số 1']],
    [',,;', []],
    ['Đưa đón, Ăn chay, báo chí', ['Ăn chay', 'báo chí', 'Đưa đón']],
    [Array.from({ length: 30 }, (_, at) => `t${at}`).join(','), expect.objectContaining({ length: 20 })],
  ])('%j are %j', (text, tags) => expect(tagsIn(text)).toEqual(tags))
})

const guest: GuestDetails & { categoryName: { vi: string; en: string } } = {
  name: 'Lan',
  organization: '',
  position: '',
  language: 'vi',
  category: 'guest',
  categoryName: { vi: 'Khách mời', en: 'Guest' },
  isVip: false,
  tags: [],
  note: '',
}

describe('what was corrected', () => {
  it.each<[string, Partial<typeof guest>, object[]]>([
    ['nothing', {}, []],
    ['a name', { name: 'Lan Anh' }, [{ field: 'name', from: 'Lan', to: 'Lan Anh' }]],
    [
      'a category by its words',
      { category: 'press', categoryName: { vi: 'Báo chí', en: 'Press' } },
      [{ field: 'category', from: guest.categoryName, to: { vi: 'Báo chí', en: 'Press' } }],
    ],
    [
      'a mark and a tag',
      { isVip: true, tags: ['xe'] },
      [
        { field: 'vip', from: false, to: true },
        { field: 'tags', from: [], to: ['xe'] },
      ],
    ],
    ['a note, without its words', { note: 'dị ứng lạc' }, []],
  ])('keeps %s', (_, over, changes) => {
    expect(guestChanges(guest, { ...guest, ...over })).toEqual(changes)
  })
})
