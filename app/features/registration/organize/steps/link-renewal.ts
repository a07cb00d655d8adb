import { renewLink } from '#app/features/registration/domain/links/renew-link.server.ts'
import { RegistrationPage, registrationMeta } from '../registration-page.tsx'
import { registrationLoader } from '../registration-view.server.ts'
import { registrationAction } from './registration-action.server.ts'

export const meta = registrationMeta
export const loader = registrationLoader
export const action = registrationAction(renewLink, 'renewal')

export default RegistrationPage
