import { nameWords } from './person-words.ts'

/** What a column of a list says of somebody, and in which language. */
export type PeopleField =
  | 'name'
  | 'family'
  | 'given'
  | 'otherNames'
  | 'email'
  | 'assistantEmail'
  | 'pronunciation'
  | 'precedence'
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
  ),
  ...all('family', 'ho', 'ho dem', 'ho va ten dem', 'family name', 'last name', 'lastname', 'surname'),
  ...all('given', 'ten', 'given name', 'first name', 'firstname'),
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
  ...all('email', 'email address', 'e mail address', 'mail address', 'hop thu'),
  ...all('assistantEmail', 'tro ly', 'email tro ly', 'thu ky', 'email thu ky', 'dia chi thu cua tro ly'),
  ...all('assistantEmail', 'assistant', 'assistant email', 'assistant s email', 'assistant s mail address'),
  ...all('pronunciation', 'phat am', 'cach doc', 'cach doc ten', 'pronunciation'),
  ...all('precedence', 'thu tu le tan', 'precedence'),
}
const vietnamese: Record<string, WordField> = {
  ...all('honorific', 'danh xung', 'hoc ham', 'hoc vi', 'hoc ham hoc vi'),
  ...all('position', 'chuc vu', 'chuc danh', 'vi tri'),
  ...all('affiliation', 'co quan', 'don vi', 'to chuc', 'cong ty', 'noi cong tac'),
  ...all('biography', 'tieu su', 'gioi thieu'),
}
const english: Record<string, WordField> = {
  ...all('honorific', 'honorific', 'salutation', 'prefix'),
  ...all('position', 'position', 'job title', 'title', 'role'),
  ...all('affiliation', 'affiliation', 'organization', 'organisation', 'company', 'institution'),
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
