import * as z from 'zod/mini'
import { oneOf, optionalLine, requiredText } from '#app/shared/forms/fields.ts'
import { floorStates } from '#app/shared/vocabulary.ts'

const id = z.string().check(z.uuid('shared.form.missing'))

export const questionSchema = z.object({ text: requiredText(300), askedBy: optionalLine(80) })
export const voteSchema = z.object({ question: id, takeBack: z._default(z.string(), '') })
export const moderationSchema = z.object({ question: id, state: oneOf(floorStates) })
