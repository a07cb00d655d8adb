import { approveRegistration } from '#app/features/registration/domain/lifecycle/approve-registration.server.ts'
import { RegistrationPage, registrationMeta } from '../registration-page.tsx'
import { registrationLoader } from '../registration-view.server.ts'
import { registrationAction } from './registration-action.server.ts'

export const meta = registrationMeta
export const loader = registrationLoader
export const action = registrationAction(approveRegistration)

export default RegistrationPage
