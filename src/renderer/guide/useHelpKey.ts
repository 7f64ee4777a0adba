import { onBeforeUnmount, onMounted } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { chapterFor } from './chapters.ts'

/** F1 opens the guide at the page that helps here; pressed there, it goes back. */
export function useHelpKey(): void {
  const route = useRoute()
  const router = useRouter()

  function press(event: KeyboardEvent): void {
    if (event.code !== 'F1' || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    if (route.name === 'guide') router.back()
    else void router.push(`/guide/${chapterFor(route.path)}`)
  }

  onMounted(() => addEventListener('keydown', press))
  onBeforeUnmount(() => removeEventListener('keydown', press))
}
