import { approveRegistrations } from '#app/features/registration/domain/many/approve-registrations.server.ts'
import { selectionAction, selectionLoader } from './selection-action.server.ts'
import { SelectionPage, selectionMeta } from './selection-page.tsx'

export const meta = selectionMeta
export const loader = selectionLoader
export const action = selectionAction({
  name: 'approval',
  verb: 'registration.many-approved',
  many: approveRegistrations,
})

export default SelectionPage
