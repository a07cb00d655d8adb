import { describe, expect, it } from 'vitest'
import {
  type Choice,
  choosePlaces,
  type OwnPlace,
  type PlaceWish,
  type SessionPlaces,
} from './choose-places.ts'

const session = (sessionId: string, values: Partial<SessionPlaces> = {}): SessionPlaces => ({
  sessionId,
  signUp: true,
  isPublished: true,
  isCancelled: false,
  hasBegun: false,
  capacity: 10,
  signedUp: 0,
  waitlisted: 0,
  trackId: null,
  filmIds: [],
  ...values,
})
const wish = (sessionId: string, seats = 1): PlaceWish => ({ sessionId, seats })
const own = (sessionId: string, seats = 1, state: OwnPlace['state'] = 'confirmed'): OwnPlace => ({
  sessionId,
  seats,
  state,
  filmIds: [],
})
const chosen = (wishes: PlaceWish[], choice: Partial<Choice>) =>
  choosePlaces(wishes, {
    sessions: ['a', 'b', 'c', 'd'].map((id) => session(id)),
    own: [],
    limits: { perSession: 2, perFilm: 2, perGuest: 4 },
    opens: null,
    ...choice,
  }).map((outcome) =>
    outcome.kind === 'refused' ? [outcome.reason, ...Object.values(outcome.details)].join(' ') : outcome.kind,
  )

describe('a wish for a place', () => {
  it.each<[string, PlaceWish[], Partial<Choice>, string[]]>([
    ['is a seat where there is one', [wish('a')], {}, ['confirmed']],
    ['counts everybody who comes along', [wish('a', 2), wish('b', 2)], {}, ['confirmed', 'confirmed']],
    [
      'ends at the limit of a guest, first come first',
      [wish('a', 2), wish('b', 1), wish('c', 2)],
      {},
      ['confirmed', 'confirmed', 'places-limit 4 1'],
    ],
    [
      'knows what the guest has already',
      [wish('c', 2)],
      { own: [own('a', 2), own('b', 1)] },
      ['places-limit 4 1'],
    ],
    [
      'counts places in a line as well',
      [wish('c', 2)],
      { own: [own('a', 2), own('b', 2, 'waitlisted')] },
      ['places-limit 4 0'],
    ],
    ['ends at the limit of a session', [wish('a', 3)], {}, ['places-session-limit 2']],
    [
      'has no limit where none is set',
      [wish('a', 2), wish('b', 2), wish('c', 2)],
      { limits: { perSession: 2, perFilm: 2, perGuest: null } },
      ['confirmed', 'confirmed', 'confirmed'],
    ],
    [
      'waits where nothing is left',
      [wish('a', 2)],
      { sessions: [session('a', { signedUp: 10 })] },
      ['waitlisted'],
    ],
    [
      'says how many are left for a party',
      [wish('a', 2)],
      { sessions: [session('a', { signedUp: 9 })] },
      ['places-fewer-left 1'],
    ],
    [
      'stands behind a line, even beside free seats',
      [wish('a')],
      { sessions: [session('a', { signedUp: 9, waitlisted: 1 })] },
      ['waitlisted'],
    ],
    ['is the same again when repeated', [wish('a', 2)], { own: [own('a', 2)] }, ['as-is']],
    [
      'may grow while seats are free',
      [wish('a', 2)],
      { own: [own('a', 1)], sessions: [session('a', { signedUp: 9 })] },
      ['confirmed'],
    ],
    [
      'does not grow past a full session',
      [wish('a', 2)],
      { own: [own('a', 1)], sessions: [session('a', { signedUp: 10 })] },
      ['places-fewer-left 0'],
    ],
    [
      'does not grow past those who wait',
      [wish('a', 2)],
      { own: [own('a', 1)], sessions: [session('a', { signedUp: 9, waitlisted: 1 })] },
      ['places-fewer-left 0'],
    ],
    [
      'shrinks at any time before it begins',
      [wish('a', 1)],
      { own: [own('a', 2)], limits: { perSession: 1, perFilm: 1, perGuest: 1 } },
      ['confirmed'],
    ],
    [
      'grows in the line as well',
      [wish('a', 2)],
      { own: [own('a', 1, 'waitlisted')], sessions: [session('a', { signedUp: 10, waitlisted: 1 })] },
      ['waitlisted'],
    ],
    [
      'is for sessions with seats of their own',
      [wish('a')],
      { sessions: [session('a', { signUp: false })] },
      ['sign-up-none'],
    ],
    [
      'is for published ones',
      [wish('a')],
      { sessions: [session('a', { isPublished: false })] },
      ['sign-up-none'],
    ],
    ['is not for another event’s', [wish('z')], {}, ['session-missing']],
    [
      'is not for cancelled ones',
      [wish('a')],
      { sessions: [session('a', { isCancelled: true })] },
      ['sign-up-none'],
    ],
    [
      'comes too late once it has begun',
      [wish('a')],
      { sessions: [session('a', { hasBegun: true })] },
      ['sign-up-over'],
    ],
    [
      'needs a pass that opens the track',
      [wish('a'), wish('b'), wish('c')],
      {
        opens: ['press'],
        sessions: [session('a', { trackId: 'press' }), session('b', { trackId: 'asia' }), session('c')],
      },
      ['confirmed', 'places-not-in-pass', 'places-not-in-pass'],
    ],
    [
      'may take what another one gives back',
      [wish('b', 2), wish('a', 0)],
      { own: [own('a', 2), own('c', 2)] },
      ['left', 'confirmed'],
    ],
    [
      'counts a film over all its screenings',
      [wish('a', 1), wish('b', 1), wish('c', 1)],
      { sessions: ['a', 'b', 'c'].map((id) => session(id, { filmIds: ['river'] })) },
      ['confirmed', 'confirmed', 'places-film-limit 2'],
    ],
    [
      'knows the film of a place that is held already',
      [wish('b', 1)],
      {
        own: [{ ...own('a', 2), filmIds: ['river'] }],
        sessions: [session('b', { filmIds: ['short', 'river'] })],
      },
      ['places-film-limit 2'],
    ],
    [
      'fails alone: the others stand',
      [wish('a'), wish('b', 3), wish('c')],
      {},
      ['confirmed', 'places-session-limit 2', 'confirmed'],
    ],
  ])('%s', (_, wishes, choice, expected) => {
    expect(chosen(wishes, choice)).toEqual(expected)
  })
})
