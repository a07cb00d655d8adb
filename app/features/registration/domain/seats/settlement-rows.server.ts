import { randomUUID } from 'node:crypto'
import type { StoredPlace } from '#app/features/mail/domain/facts/stored-facts.ts'
import type { Context } from '#app/shared/context.ts'
import { rowsOf } from '#db/rows-of.server.ts'
import { type countChanges, mailFor } from '../lifecycle/transitions.ts'
import type { Settlement } from './settle-registrations.server.ts'
import { storedPlace, type ToldGuest, type ToldPlace } from './told-place.server.ts'

/** What is written, as tables of the statement: arrivals, moves, counters, invitations, mails and activity. */
export function settlementRows(ctx: Context, { settlements, counts, given }: Written) {
  const invitations = settlements.map((one) => nextInvitation(one, ctx.now))
  const arrivals = settlements.flatMap((one, place) => (one.attendee ? [arrivalRow(one, place)] : []))
  const moves = settlements.filter((one) => !one.attendee).map(moveRow)
  const ended = new Map<string, StoredPlace[]>()
  for (const one of given.filter(({ was }) => was === 'confirmed')) {
    ended.set(one.registration_id, [...(ended.get(one.registration_id) ?? []), storedPlace(one)])
  }
  const mails = settlements.map((one, place) =>
    mailRow(ctx, one, { invitation: invitations[place] ?? null, places: ended.get(one.id) }),
  )
  return {
    arrival: rowsOf('arrival', arrivalColumns, arrivals),
    move: rowsOf('move', moveColumns, moves),
    count: rowsOf('count', countColumns, counts),
    invitation: rowsOf(
      'invitation',
      invitationColumns,
      invitations.flatMap((one) => one ?? []),
    ),
    mail: rowsOf('mail', mailColumns, mails),
    entry: rowsOf('entry', activityColumns, settlements.map(activityRow)),
  }
}

const moveColumns = {
  id: 'uuid',
  state: 'text',
  categoryId: 'uuid',
  rejoins: 'boolean',
  offerExpiresAt: 'timestamptz',
  reason: 'text',
  beyondCategory: 'boolean',
  beyondEvent: 'boolean',
  beyondReason: 'text',
} as const
const arrivalColumns = {
  id: 'uuid',
  categoryId: 'uuid',
  state: 'text',
  name: 'text',
  email: 'text',
  emailKey: 'text',
  affiliation: 'text',
  jobTitle: 'text',
  locale: 'text',
  answers: 'jsonb',
  tokenSalt: 'text',
  tokenHash: 'text',
  ticketCode: 'text',
  offerExpiresAt: 'timestamptz',
  addressAsked: 'boolean',
  wishedCompanions: 'int',
  wishedNames: 'text[]',
  linkId: 'uuid',
  parentId: 'uuid',
  place: 'int',
} as const
const countColumns = {
  id: 'uuid',
  pending: 'int',
  confirmed: 'int',
  waitlisted: 'int',
  offered: 'int',
  cancelled: 'int',
  declined: 'int',
  beyond: 'int',
} as const
const invitationColumns = {
  registrationId: 'uuid',
  uid: 'text',
  sequence: 'int',
  cancelledAt: 'timestamptz',
} as const
const mailColumns = {
  registrationId: 'uuid',
  kind: 'text',
  locale: 'text',
  name: 'text',
  email: 'text',
  facts: 'jsonb',
} as const
const activityColumns = { verb: 'text', subjectId: 'uuid', subjectName: 'text', details: 'jsonb' } as const

type Written = { settlements: Settlement[]; counts: CategoryCounts; given: (ToldGuest & ToldPlace)[] }
type CategoryCounts = ReturnType<typeof countChanges>['categories']
type InvitationRow = { registrationId: string; uid: string; sequence: number; cancelledAt: string | null }

/** Confirmed opens a request or renews a cancelled one; leaving a seat cancels it with a higher SEQUENCE (RFC 5546). */
function nextInvitation(one: Settlement, now: Date): InvitationRow | null {
  const before = one.invitation
  if (one.to === 'confirmed') {
    return {
      registrationId: one.id,
      uid: before?.uid ?? randomUUID(),
      sequence: before ? before.sequence + 1 : 0,
      cancelledAt: null,
    }
  }
  if (!before || before.cancelled) return null
  return {
    registrationId: one.id,
    uid: before.uid,
    sequence: before.sequence + 1,
    cancelledAt: now.toISOString(),
  }
}

function arrivalRow(one: Settlement, place: number) {
  const { id, categoryId, to: state, offerExpiresAt = null, addressAsked = false, attendee } = one
  const { wish, ...words } = attendee ?? {}
  const { companions: wishedCompanions = 0, names: wishedNames = [] } = wish ?? {}
  return {
    id,
    categoryId,
    state,
    place,
    offerExpiresAt,
    addressAsked,
    wishedCompanions,
    wishedNames,
    ...words,
  }
}

function moveRow(one: Settlement) {
  return {
    id: one.id,
    state: one.to,
    categoryId: one.categoryId,
    // Whoever changes the line stands at its end.
    rejoins: changesCategory(one),
    offerExpiresAt: one.offerExpiresAt ?? null,
    reason: one.reason ?? null,
    beyondCategory: one.beyond?.category ?? false,
    beyondEvent: one.beyond?.event ?? false,
    beyondReason: one.beyond?.reason ?? null,
  }
}

function changesCategory({ attendee, categoryId, fromCategoryId = categoryId }: Settlement): boolean {
  return !attendee && fromCategoryId !== categoryId
}

type Carried = { invitation: InvitationRow | null; places: StoredPlace[] | undefined }

function mailRow(ctx: Context, one: Settlement, { invitation, places }: Carried) {
  const facts = {
    ...(places && { places }),
    ...(one.reason && { reason: one.reason }),
    ...(one.by && { by: one.by }),
    ...(one.offerExpiresAt && { deadline: one.offerExpiresAt.toISOString() }),
    ...(one.addressAsked && { asksAddress: true }),
    ...(invitation && {
      calendar: {
        method: invitation.cancelledAt ? 'CANCEL' : 'REQUEST',
        uid: invitation.uid,
        sequence: invitation.sequence,
        issuedAt: ctx.now.toISOString(),
      },
    }),
  }
  return { registrationId: one.id, kind: mailFor[one.to], ...one.recipient, facts }
}

function activityRow(one: Settlement) {
  const ordinary = `registration.${one.to}`
  return {
    verb: changesCategory(one)
      ? 'registration.category-changed'
      : one.beyond
        ? 'registration.seated-beyond'
        : ordinary,
    subjectId: one.id,
    subjectName: one.recipient.name,
    details: {
      from: one.from,
      ...(changesCategory(one) && {
        to: one.to,
        categoryId: one.categoryId,
        fromCategoryId: one.fromCategoryId,
      }),
      ...(one.by && { by: one.by }),
      ...(one.reason && { reason: one.reason }),
      ...(one.beyond && { beyond: one.beyond.reason }),
    },
  }
}
