import { computed, shallowRef, useTemplateRef, watch } from 'vue'
import type { Component } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { isChapter, readChapter } from './chapters.ts'
import type { Chapter } from './chapters.ts'

/** The chapter of the address; links between chapters stay within the app. */
export function useGuide() {
  const route = useRoute()
  const router = useRouter()
  const text = useTemplateRef<HTMLElement>('text')
  const content = shallowRef<Component | null>(null)
  const chapter = computed<Chapter>(() => {
    const { chapter: name } = route.params
    return isChapter(name) ? name : 'start'
  })

  watch(
    chapter,
    async (wanted) => {
      const read = await readChapter(wanted)
      if (wanted !== chapter.value) return
      content.value = read
      text.value?.scrollTo({ top: 0 })
    },
    { immediate: true },
  )

  function follow(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const name = /(?:^|\/)([\w-]+)\.md$/.exec(link?.getAttribute('href') ?? '')?.[1]
    if (!isChapter(name)) return
    event.preventDefault()
    void router.push(`/guide/${name}`)
  }

  return { chapter, content, follow }
}
