import * as z from 'zod/mini'
import { checkbox, optionalLine, requiredLine, rowId } from '#app/shared/forms/fields.ts'

/** A filter of the list to be kept: what it is called, for whom, and the query of the list's address. */
export const viewSchema = z.object({ name: requiredLine(60), shared: checkbox(), query: optionalLine(1000) })
export const viewIdSchema = z.object({ view: rowId() })
