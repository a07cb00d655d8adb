import * as z from 'zod/mini'
import { oneOf, optionalText, requiredLine } from '#app/shared/forms/fields.ts'

export const answerSchema = z.object({
  answer: oneOf(['accepted', 'tentative', 'declined']),
  note: optionalText(1000),
})

export const pairSchema = z.object({ personId: requiredLine(36), sessionId: requiredLine(36) })

export const linkSchema = z.object({ personId: requiredLine(36), invitationId: requiredLine(36) })
