import { ref } from 'vue'
import { useRoute } from 'vue-router'
import { useSession } from '../session/session.ts'

/** The one-time code that the start printed; an address may bring it along (`#/setup?code=…`). */
export function useSetupCode() {
  const { query } = useRoute()
  const { needsCode } = useSession()
  return { needsCode, setupCode: ref(typeof query['code'] === 'string' ? query['code'] : '') }
}
