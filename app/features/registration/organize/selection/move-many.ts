import { moveRegistrations } from '#app/features/registration/domain/many/move-registrations.server.ts'
import { selectionAction, selectionLoader } from './selection-action.server.ts'
import { SelectionPage, selectionMeta } from './selection-page.tsx'

export const meta = selectionMeta
export const loader = selectionLoader
export const action = selectionAction({
  name: 'category',
  verb: 'registration.many-moved',
  many: (ctx, eventId, ids, { to }) => moveRegistrations(ctx, eventId, ids, to),
})

export default SelectionPage
