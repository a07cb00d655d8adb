import { seatBeyondCapacity } from '#app/features/registration/domain/guests/seat-beyond.server.ts'
import { RegistrationPage, registrationMeta } from '../registration-page.tsx'
import { registrationLoader } from '../registration-view.server.ts'
import { readBeyond, registrationAction, undoable } from './registration-action.server.ts'

export const meta = registrationMeta
export const loader = registrationLoader
export const action = registrationAction(
  undoable(seatBeyondCapacity, 'registration.seated-beyond'),
  null,
  readBeyond,
)

export default RegistrationPage
