import * as z from 'zod/mini'
import { oneOf, optionalLine, requiredText, rowId } from '#app/shared/forms/fields.ts'
import { floorStates } from '#app/shared/vocabulary.ts'

export const questionSchema = z.object({ text: requiredText(300), askedBy: optionalLine(80) })
export const voteSchema = z.object({ question: rowId(), takeBack: z._default(z.string(), '') })
export const moderationSchema = z.object({ question: rowId(), state: oneOf(floorStates) })
