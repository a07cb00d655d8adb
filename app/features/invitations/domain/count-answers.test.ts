import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { invitation } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { invitedSpeaker } from '#tests/factories/invitations.ts'
import { person } from '#tests/factories/speakers.ts'
import { countAnswers } from './invitations.server.ts'

await testDatabase()

test('answers are counted as they stand, without what was taken back and without other events', async () => {
  const { event, session } = await invitedSpeaker({ answer: 'accepted' })
  await invitedSpeaker({ answer: 'accepted' })
  const more = [{ answer: 'accepted' }, { answer: 'declined' }, { cancelledAt: new Date() }, {}] as const
  for (const values of more) {
    const who = await person()
    const row = { uid: randomUUID(), personId: who.id, sessionId: session.id, issuedAt: new Date() }
    await database()
      .insert(invitation)
      .values({ ...row, ...values })
  }
  const counted = await countAnswers(event.id)
  expect(Object.fromEntries(counted.map(({ answer, count }) => [answer, count]))).toEqual({
    accepted: 2,
    declined: 1,
    'needs-action': 1,
  })
})
