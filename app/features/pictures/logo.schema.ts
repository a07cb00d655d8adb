import * as z from 'zod/mini'
import { oneOf, requiredFile } from '#app/shared/forms/fields.ts'

/** On which ground a logo stands. */
export const logoGround = oneOf(['logo', 'logo-dark'])
export const logoSchema = z.object({ picture: requiredFile(), ground: logoGround })
