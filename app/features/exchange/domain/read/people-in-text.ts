import { isDegree } from '#app/features/people/domain/name-parts.ts'
import type { AppearanceRole } from '#app/shared/vocabulary.ts'
import { type ImportedPerson, line } from '../imported-agenda.ts'
import { isCity, isHouse } from './venue-terms.ts'

const titles =
  /^(?:(?:mr|mrs|ms|miss|dr|prof|professor|assoc|phd|md|ts|ths|gs|pgs|bs|nsnd|nsưt|ông|bà|anh|chị|đại sứ|thứ trưởng|bộ trưởng|đạo diễn|nhà báo|ambassador|minister|director|hon|h\.e)(?:[.\s/]+|$))+/iu
// Said before a name, they are what its bearer does.
const offices = /^(?:đại sứ|thứ trưởng|bộ trưởng|đạo diễn|nhà báo|ambassador|minister|director)(?=\s)/iu
const families =
  /^(?:nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|trương|đinh|đoàn|lâm|mai|tạ|tô|trịnh|cao|lương|phùng|đào|hà|vương|châu|tăng|thái|quách|kiều|nghiêm)$/iu
const places =
  /\b(?:floor|room|hall|restaurant|building|hotel|center|centre|theatre|theater|auditorium)\b|tầng|phòng|nhà hàng|khách sạn|hội trường|trung tâm/iu
const roles: [RegExp, AppearanceRole][] = [
  [/^(?:moderator|chair|host|mc|điều phối|chủ trì|dẫn chương trình)$/iu, 'moderator'],
  [/^(?:discussant|phản biện|bình luận)$/iu, 'discussant'],
  [/^(?:interpreter|phiên dịch)$/iu, 'interpreter'],
  [/^(?:rapporteur|thư ký|ghi biên bản)$/iu, 'rapporteur'],
  [/^(?:speakers?|panelists?|diễn giả|phát biểu|trình bày)$/iu, 'speaker'],
]

// What stands in programmes in capitals and is nobody.
const tasks =
  /(?:^|\s)(?:tea|coffee|break|lunch|luncheon|dinner|breakfast|reception|networking|check-?in|registration|welcome|keynote|remarks?|speech|address|discussion|introduction|ceremony|workshop|screening|concert|gala|award|awards|session|opening|closing|panel|roundtable|performance|q&a|khai mạc|bế mạc|giải lao|nghỉ|tiệc|ăn trưa|thảo luận|hỏi đáp|giới thiệu|đón khách|phát biểu|ký kết|trao giải|chào mừng|tọa đàm|toạ đàm|chiếu phim|giao lưu|chương trình|lễ|phim|hội thảo|kết thúc|tổng kết|biểu diễn|chụp ảnh)(?=\s|$)/iu

/** A room, a house or a hall, as far as its words tell. */
export const isPlace = (text: string): boolean =>
  places.test(text) || /^(?:p\.?|r\.?)\s?\d+\w?$/iu.test(text) || isAddress(text)

/** "Nhà hát Lớn - Hà Nội": a house first and nobody behind it, or nothing but a city. */
function isAddress(text: string): boolean {
  const [first = '', ...more] = text.split(/\s+[-–—]\s+|\s*[,;]\s*/)
  if (isCity(first)) return more.every((one) => isCity(one))
  const isSomebody = (one: string) => certainty(one) > 0
  return isHouse(first) && !titles.test(first) && !more.some(isSomebody)
}

/**
 * The people that a line of a programme names, or null when it names none for sure: "Name - Position", "Position - Name",
 * "Name, Position", "Moderator: Name", or a row of names. What stands in the place of a person but is a room, a task
 * ("MC") or a sentence is none.
 */
export function peopleIn(text: string): ImportedPerson[] | null {
  const [, label = '', rest = text] = /^([^:]{2,40}):\s*(.+)$/u.exec(text.trim()) ?? []
  const role = roles.find(([pattern]) => pattern.test(label.trim()))?.[1]
  if (label && !role) return null
  const words = line(rest)
  if (!words || (!role && isPlace(words))) return null
  const [whole = '', ...behind] = words.split(/\s*,\s*/)
  if (behind.length > 0 && behind.every(isDegree) && isName(whole))
    return [{ ...person(whole, '', role), name: [bare(whole), ...behind].join(', ') }]
  const names = words.split(/\s*[,;]\s*/)
  if (names.length > 1 && names.every(isName)) return names.map((name) => person(name, '', role))
  const parts = words.split(/\s+[-–—]\s+|\s*,\s*/)
  const [left = '', ...more] = parts
  const right = more.join(', ')
  if (!right) return isName(left) || (role && looksLikeName(bare(left))) ? [person(left, '', role)] : null
  const [isLeft, isRight] = [certainty(left), certainty(right)]
  if (isLeft === 0 && isRight === 0) return null
  return isLeft >= isRight ? [person(left, right, role)] : [person(right, left, role)]
}

/**
 * The same of a cell in a column of people, where more is a name for sure: one of a script without capitals; several
 * joined by "and"; several each with a position of their own.
 */
export function peopleInCell(text: string): ImportedPerson[] | null {
  const words = line(text)
  if (/^[\p{Lo}\p{M}]{2,}(?:[ ·‧]?[\p{Lo}\p{M}]+){0,4}$/u.test(words)) return [person(words, '')]
  const joined = words.split(/\s*,\s*(?:and|và|&)\s+|\s*,\s*|\s+(?:and|và|&)\s+/u)
  if (joined.length > 1 && joined.every(isName)) return joined.map((name) => person(name, ''))
  const parts = words.split(/\s*,\s*/)
  const each = parts.map((part) => (/\s[-–—]\s/.test(part) ? peopleIn(part) : null))
  if (parts.length > 1 && each.every((one) => one !== null)) return each.flat()
  return peopleIn(words)
}

function person(name: string, position: string, role: AppearanceRole = 'speaker'): ImportedPerson {
  const held = position || (offices.exec(line(name))?.[0] ?? '')
  return { name: bare(name), role, ...(held && { position: line(held, 200) }) }
}

/** The name without what one calls its bearer; initials of an office before it go too. */
function bare(text: string): string {
  const name = line(text).replace(titles, '').replace(titles, '')
  return name.replace(/^(?:\p{Lu}{2,5}\s+)+(?=\p{Lu}\p{Ll})/u, '').trim()
}

function certainty(text: string): number {
  if (isCity(text) || (isHouse(text) && !titles.test(text))) return 0
  if (titles.test(text) && looksLikeName(bare(text))) return 3
  const name = bare(text)
  const [family = ''] = name.split(' ')
  if (looksLikeName(name) && families.test(family) && !tasks.test(name)) return 2
  return isName(text) ? 1 : 0
}

/** Whether these words look like the name of one person, with or without what one calls them. */
export const isName = (text: string) =>
  !isCity(text) &&
  (!isHouse(text) || titles.test(text)) &&
  looksLikeName(bare(text)) &&
  !/^the\b/i.test(text) &&
  !tasks.test(bare(text))

const particle = /^(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|ten|ter|bin|binti|ibn|al|el|y|e)$/u

/** Two to five words, each with a capital, no figures: how names look in both languages; particles stand inside. */
function looksLikeName(text: string): boolean {
  const words = text.split(' ')
  const capital = words.filter((word, at) => at === 0 || at === words.length - 1 || !particle.test(word))
  return (
    capital.length >= 2 &&
    words.length <= 6 &&
    capital.length <= 5 &&
    capital.every((word) =>
      /^(?:[OD]['’]|Mc|Mac)?\p{Lu}[\p{Ll}'’.-]*(?:-(?:[OD]['’])?\p{Lu}\p{Ll}+)?$/u.test(word),
    )
  )
}
