import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { AppearanceRole } from '#app/shared/vocabulary.ts'
import type { PublishedAgenda, PublishedPerson } from '#db/schema/agenda-snapshot.ts'

type HostName = { shortName: string; name: TranslatedText }

const byVietnameseRules = new Intl.Collator('vi')

/** The people of an agenda in order of protocol; equals among them by Vietnamese alphabet. */
export function inProtocolOrder(people: readonly PublishedPerson[]): PublishedPerson[] {
  return [...people].sort((a, b) => a.precedence - b.precedence || byVietnameseRules.compare(a.name, b.name))
}

/** Whether somebody comes from one of the host bodies: their affiliation names it, in either language. */
export function isFromHost(
  person: Pick<PublishedPerson, 'affiliation'>,
  hosts: readonly HostName[],
): boolean {
  const named = [person.affiliation.vi, person.affiliation.en].map(plain).filter(Boolean)
  return hosts.some((host) =>
    [host.shortName, host.name.vi, host.name.en].map(plain).some((name) => name && named.includes(name)),
  )
}

const plain = (text: string | undefined) =>
  (text ?? '')
    .normalize('NFC')
    .replace(/\s*\([^)]*\)/g, '')
    .trim()
    .toLocaleLowerCase('vi')

/** A person's parts in an agenda, in order of time. */
export function partsOf(agenda: PublishedAgenda, personId: string) {
  return agenda.sessions.flatMap((session) => {
    const roles = session.appearances.flatMap((one) => (one.personId === personId ? [one.role] : []))
    return roles.length > 0 ? [{ session, roles }] : []
  })
}

/** Who takes part in a session, in the order at its table; with two roles, once. */
export function castOf(
  agenda: PublishedAgenda,
  appearances: readonly { personId: string; role: AppearanceRole }[],
) {
  const known = peopleOf(agenda)
  const cast = new Map<string, { person: PublishedPerson; roles: AppearanceRole[] }>()
  for (const { personId, role } of appearances) {
    const person = known.get(personId)
    if (!person) continue
    const member = cast.get(personId) ?? { person, roles: [] }
    member.roles.push(role)
    cast.set(personId, member)
  }
  return [...cast.values()]
}

const known = new WeakMap<PublishedAgenda, Map<string, PublishedPerson>>()

/** The people of an agenda by their id, found once for all of its sessions. */
function peopleOf(agenda: PublishedAgenda): Map<string, PublishedPerson> {
  const people = known.get(agenda) ?? new Map(agenda.people.map((person) => [person.id, person]))
  known.set(agenda, people)
  return people
}
