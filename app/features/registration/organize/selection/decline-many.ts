import { declineRegistrations } from '#app/features/registration/domain/many/decline-registrations.server.ts'
import { selectionAction, selectionLoader } from './selection-action.server.ts'
import { SelectionPage, selectionMeta } from './selection-page.tsx'

export const meta = selectionMeta
export const loader = selectionLoader
export const action = selectionAction({
  name: 'decline',
  verb: 'registration.many-declined',
  many: (ctx, eventId, ids, { reason }) => declineRegistrations(ctx, eventId, ids, reason),
})

export default SelectionPage
