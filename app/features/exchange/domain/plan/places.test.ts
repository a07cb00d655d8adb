import { describe, expect, it } from 'vitest'
import { isPlace, peopleIn } from '../read/people-in-text.ts'
import { readAgenda } from '../read/read-files.ts'
import { placesBy } from './place-named.ts'

describe('a house, a hall or a city is never a person', () => {
  it.each([
    'Nhà hát Lớn - Hà Nội',
    'Nhà hát Lớn',
    'Hà Nội',
    'Đà Nẵng',
    'Thái Nguyên',
    'Bảo tàng Mỹ thuật – Đà Nẵng',
    'Thư viện Quốc gia, Hà Nội',
    'Rạp Tháng Tám',
    'Cung Văn hóa Hữu nghị',
    'Khách sạn Majestic - Sài Gòn',
    'Tòa nhà Bitexco, Tp. Hồ Chí Minh',
    'Sảnh Hoa Sen',
    'Harvard Art Museum',
    'Royal Opera House - New York',
    'Harvard Faculty Club, Cambridge',
    'Old South Church',
    'Hong Kong',
  ])('%s', (words) => {
    expect(peopleIn(words)).toBeNull()
    expect(isPlace(words)).toBe(true)
  })

  it.each([
    ['Hà Thu Hương', 'Hà Thu Hương'],
    ['Lâm Đồng Nai', 'Lâm Đồng Nai'],
    ['Nhà hát Tuổi Trẻ - Đạo diễn Lê Khanh', 'Lê Khanh'],
    ['Nguyễn Văn An - Nhà hát Lớn', 'Nguyễn Văn An'],
    ['Jane Park Doe', 'Jane Park Doe'],
    ['Dr. Anna House', 'Anna House'],
    ['Hồ Ngọc Hà', 'Hồ Ngọc Hà'],
    ['Đường Thu Hương', 'Đường Thu Hương'],
    ['Nick Park', 'Nick Park'],
    ['Park Chan-Wook', 'Park Chan-Wook'],
    ['Charlotte Church', 'Charlotte Church'],
  ])('but %s names %s', (words, name) => {
    expect(peopleIn(words)).toMatchObject([{ name }])
  })

  it('in a pasted programme, where it is the room', () => {
    const { sessions } = readAgenda(['9:00 - 9:30 Khai mạc\n   Nhà hát Lớn - Hà Nội\n   Lê Hồng Lâm'])
    expect(sessions).toMatchObject([{ room: 'Nhà hát Lớn - Hà Nội', people: [{ name: 'Lê Hồng Lâm' }] }])
  })

  it('nor is what the event has for a room or a venue', () => {
    const table = 'Time,Title,Speaker\n9:00-9:30,Opening,Hoa Sen'
    expect(readAgenda([table]).sessions).toMatchObject([{ people: [{ name: 'Hoa Sen' }], room: '' }])
    expect(readAgenda([table], { places: ['hoa sen'] }).sessions).toMatchObject([
      { people: [], room: 'Hoa Sen' },
    ])
  })
})

describe('a room in the text is the room that we have', () => {
  const rooms = [
    { id: 'large', name: { vi: 'Phòng lớn', en: 'Great Hall' }, venue: { en: 'Faculty Club' } },
    { id: 'two', name: { en: 'Room 2' } },
    { id: 'upper', name: { en: 'Room 2, upper floor' } },
  ]
  it.each([
    ['GREAT HALL', 'large'],
    ['phong lon', 'large'],
    ['Great Hall, Faculty Club', 'large'],
    ['Great Hall, 20 Quincy Street, Cambridge', 'large'],
    ['Room 2, 20 Quincy Street', 'two'],
    ['Room 2, upper floor, 20 Quincy Street', 'upper'],
    ['Room 22', undefined],
    ['Great', undefined],
  ])('%s: %s', (name, id) => {
    expect(placesBy(rooms, new Map()).named(name)?.id).toBe(id)
  })
})
