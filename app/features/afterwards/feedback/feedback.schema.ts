import * as z from 'zod/mini'
import { oneOf, optionalText } from '#app/shared/forms/fields.ts'

export const feedbackSchema = z.object({
  satisfaction: oneOf(['5', '4', '3', '2', '1']),
  best: optionalText(2000),
  better: optionalText(2000),
})
