/// <reference types="vite/client" />

declare module '*.md' {
  import type { Component } from 'vue'

  const chapter: Component
  export default chapter
}
