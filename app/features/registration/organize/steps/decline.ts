import { declineRegistration } from '#app/features/registration/domain/lifecycle/decline-registration.server.ts'
import { RegistrationPage, registrationMeta } from '../registration-page.tsx'
import { registrationLoader } from '../registration-view.server.ts'
import { registrationAction, undoable } from './registration-action.server.ts'

export const meta = registrationMeta
export const loader = registrationLoader
export const action = registrationAction(undoable(declineRegistration, 'registration.declined'))

export default RegistrationPage
