import { z } from 'zod'
import { requiredText } from '#app/shared/forms/fields.ts'

export const liftSchema = z.object({ reason: requiredText(500) })
