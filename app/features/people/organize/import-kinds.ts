import { m } from '#app/paraglide/messages.js'
import { ownValue } from '#app/shared/own-value.ts'
import type { OtherThanPeople } from '../domain/duplicates/other-than-people.ts'

const kinds: Record<OtherThanPeople, () => string> = {
  agenda: m['people.import.kind-agenda'],
  archive: m['people.import.kind-archive'],
  binary: m['people.import.kind-binary'],
  calendar: m['people.import.kind-calendar'],
  contacts: m['people.import.kind-contacts'],
  document: m['people.import.kind-document'],
  feed: m['people.import.kind-html'],
  html: m['people.import.kind-html'],
  json: m['people.import.kind-json'],
  office: m['people.import.kind-spreadsheet'],
  pdf: m['people.import.kind-pdf'],
  picture: m['people.import.kind-picture'],
  slides: m['people.import.kind-document'],
  spreadsheet: m['people.import.kind-spreadsheet'],
  wrapped: m['people.import.kind-html'],
  xml: m['people.import.kind-json'],
}

/** What was sent in place of a list of people, and what to do with it. */
export const otherKindLabel = (kind: string) => ownValue(kinds, kind)
