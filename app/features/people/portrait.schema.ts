import * as z from 'zod/mini'
import { optionalLine, requiredFile } from '#app/shared/forms/fields.ts'

export const portraitSchema = z.object({ portrait: requiredFile(), credit: optionalLine(200) })

/** Where the refusals of a picture are told in its form. */
export const portraitRefusals = {
  'portrait-broken': 'portrait',
  'portrait-heic': 'portrait',
  'portrait-not-image': 'portrait',
  'portrait-too-large': 'portrait',
  'portrait-too-small': 'portrait',
} as const
