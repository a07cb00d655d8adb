import type { Locale } from '#app/shared/vocabulary.ts'
import { nameWords } from '../name-parts.ts'

/** What a column of a list says of somebody, and in which language. */
export type PeopleField =
  | 'name'
  | 'family'
  | 'middle'
  | 'given'
  | 'otherNames'
  | 'email'
  | 'assistantEmail'
  | 'pronunciation'
  | 'precedence'
  | 'locale'
  | `${'honorific' | 'position' | 'affiliation' | 'biography'}.${'vi' | 'en'}`

type WordField = 'honorific' | 'position' | 'affiliation' | 'biography'

// Without case and diacritics. A running number (STT) is no order of protocol, so it is not among them.
const plain: Record<string, PeopleField> = {
  ...all(
    'name',
    'ho va ten',
    'ho ten',
    'ten day du',
    'name',
    'full name',
    'fullname',
    'display name',
    'khach moi',
    'ho ten khach moi',
    'ho va ten khach moi',
    'ho ten day du',
    'ten khach',
    'ten khach moi',
    'dien gia',
    'nguoi tham du',
    'attendee',
    'attendee name',
    'guest',
    'guest name',
    'participant',
    'person',
    'speaker',
    'speaker name',
    'contact',
    'contact name',
    'your name',
  ),
  ...all('family', 'ho', 'ho dem', 'ho va ten dem', 'family name', 'last name', 'lastname', 'surname'),
  ...all('family', 'last', 'family names', 'ten ho'),
  ...all('middle', 'ten dem', 'dem', 'chu lot', 'ten lot', 'lot', 'middle name', 'middle', 'middlename'),
  ...all('given', 'ten', 'ten rieng', 'given name', 'given names', 'first name', 'firstname', 'first'),
  ...all('given', 'forename', 'ten va ten dem', 'ten dem va ten'),
  ...all('otherNames', 'ten khac', 'ten goi khac', 'other names', 'aliases'),
  ...all(
    'email',
    'email',
    'e mail',
    'mail',
    'thu dien tu',
    'dia chi email',
    'dia chi thu',
    'dia chi thu dien tu',
  ),
  ...all('email', 'email address', 'e mail address', 'mail address', 'hop thu', 'emails', 'email ca nhan'),
  ...all('email', 'email lien he', 'email 1', 'e mail 1 value', 'e mail 1', 'work email', 'contact email'),
  ...all('email', 'thu', 'hop thu dien tu', 'email cong viec', 'email co quan', 'your email'),
  ...all('assistantEmail', 'tro ly', 'email tro ly', 'thu ky', 'email thu ky', 'dia chi thu cua tro ly'),
  ...all('assistantEmail', 'assistant', 'assistant email', 'assistant s email', 'assistant s mail address'),
  ...all('pronunciation', 'phat am', 'cach doc', 'cach doc ten', 'pronunciation'),
  ...all('precedence', 'thu tu le tan', 'precedence'),
  ...all(
    'locale',
    'ngon ngu',
    'tieng',
    'ngon ngu su dung',
    'ngon ngu lien lac',
    'ngon ngu uu tien',
    'ngon ngu thu',
  ),
  ...all('locale', 'language', 'languages', 'lang', 'locale', 'preferred language', 'spoken language'),
}
const vietnamese: Record<string, WordField> = {
  ...all('honorific', 'danh xung', 'hoc ham', 'hoc vi', 'hoc ham hoc vi', 'hoc vi hoc ham'),
  ...all('honorific', 'xung ho', 'quy danh', 'ong ba', 'cach xung ho', 'danh xung hoc ham'),
  ...all('position', 'chuc vu', 'chuc danh', 'vi tri'),
  ...all('affiliation', 'co quan', 'don vi', 'to chuc', 'cong ty', 'noi cong tac', 'noi lam viec'),
  ...all('affiliation', 'don vi cong tac', 'co quan cong tac', 'co quan don vi', 'truong', 'doanh nghiep'),
  ...all('biography', 'tieu su', 'gioi thieu'),
}
const english: Record<string, WordField> = {
  ...all('honorific', 'honorific', 'honorifics', 'salutation', 'prefix', 'name prefix', 'academic title'),
  ...all('honorific', 'mr ms', 'mr mrs', 'mr mrs ms', 'form of address', 'courtesy title', 'degree'),
  ...all('position', 'position', 'job title', 'title', 'role', 'job', 'jobtitle', 'occupation', 'function'),
  ...all('affiliation', 'affiliation', 'organization', 'organisation', 'company', 'institution', 'employer'),
  ...all('affiliation', 'organization name', 'organisation name', 'company name', 'university', 'agency'),
  ...all('biography', 'biography', 'bio'),
}

/** What a header of either language means; null for a column that we have no place for. */
export function columnOf(header: string): PeopleField | null {
  const words = nameWords(header.replace(/[*:]/g, ' ')).join(' ')
  if (plain[words]) return plain[words]
  const [, stem = words, said = ''] =
    /^(.+?) (vi|en|tieng viet|tieng anh|vietnamese|english)$/.exec(words) ?? []
  const field = vietnamese[stem] ?? english[stem]
  if (!field) return null
  const isVietnamese = said ? /^(vi|tieng viet|vietnamese)$/.test(said) : stem in vietnamese
  return `${field}.${isVietnamese ? 'vi' : 'en'}`
}

function all<Field extends string>(field: Field, ...names: string[]): Record<string, Field> {
  return Object.fromEntries(names.map((name) => [name, field]))
}

/** The order in which a header has the parts of names: the Vietnamese words family first, the English ones given first. */
export function orderOfParts(headers: readonly string[]): NameOrder {
  const words = headers.filter((header) => ['family', 'middle', 'given'].includes(columnOf(header) ?? ''))
  const isVietnamese = words.some((header) => /^(ho|ten|dem|chu|lot)( |$)/.test(nameWords(header).join(' ')))
  return isVietnamese ? 'family-first' : 'given-first'
}

export const nameOrders = ['given-first', 'family-first'] as const
export type NameOrder = (typeof nameOrders)[number]

const languages: [RegExp, Locale][] = [
  [/^(vi|vn|vie|viet|vietnamese|tieng viet|viet nam|vi vn)$/, 'vi'],
  [/^(en|eng|anh|english|tieng anh|en gb|en us|uk|us)$/, 'en'],
]

/** The language that a cell names, of those we write in; null for another or none. */
export function localeIn(cell: string): Locale | null {
  const words = nameWords(cell).join(' ')
  return languages.find(([pattern]) => pattern.test(words))?.[1] ?? null
}

const honorific =
  /^(?:(?:mr|mrs|ms|miss|mx|dr|prof|sir|dame|herr|frau|m|mme|ts|pgs|gs|ths|bs|ls|ks|cn|nsnd|nsut|ong|ba|anh|chi|co|chu|thay|giao su|tien si|thac si|bac si|professor|doctor)[\s.,/]*)+$/

/** Whether what stands under “Title” is said before a name, not what somebody is. */
export function areHonorifics(cells: readonly string[]): boolean {
  const plainText = (cell: string) => cell.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
  return cells.length > 0 && cells.every((cell) => honorific.test(plainText(cell)))
}

export const peopleFields: readonly PeopleField[] = [
  'name',
  'family',
  'middle',
  'given',
  'email',
  'locale',
  'honorific.vi',
  'honorific.en',
  'position.vi',
  'position.en',
  'affiliation.vi',
  'affiliation.en',
  'biography.vi',
  'biography.en',
  'assistantEmail',
  'pronunciation',
  'otherNames',
  'precedence',
]
