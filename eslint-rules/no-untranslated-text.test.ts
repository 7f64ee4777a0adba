import { noUntranslatedText } from './no-untranslated-text.ts'
import { vueRuleTester } from './rule-tester.ts'

const inTemplate = (template: string) => ({ filename: 'a.vue', code: `<template>${template}</template>` })
const refused = (template: string) => ({ ...inTemplate(template), errors: [{ messageId: 'untranslated' }] })

vueRuleTester.run('no-untranslated-text', noUntranslatedText, {
  valid: [
    inTemplate("<p>{{ t('orders.title') }}</p>"),
    inTemplate('<p :title="t(\'orders.title\')">¥ 12 × 3 · {{ total }}</p>'),
    inTemplate('<kbd>Enter</kbd><code>npm start</code><kbd>{{ mac ? "Cmd" : "Ctrl" }}</kbd>'),
    inTemplate('<div class="page wide" data-test="order list" :class="{ narrow: isNarrow }" />'),
    inTemplate("<p v-if=\"state === 'confirmed'\">{{ state === 'draft' ? 1 : 2 }}</p>"),
    inTemplate('<input type="text" autocomplete="off" :title="title">'),
    inTemplate('<!-- 订单 Orders --><p>A × 1</p>'),
    { filename: 'a.vue', code: "<script setup>const cities = ['Hangzhou']</script><template><p /></template>" },
  ],
  invalid: [
    refused('<p>订单</p>'),
    refused('<p>单</p>'),
    refused('<kbd>回车</kbd>'),
    refused('<p>Orders</p>'),
    refused('<p>Total: {{ total }}</p>'),
    refused('<p>{{ "保存" }}</p>'),
    refused('<p>{{ isNew ? "New order" : number }}</p>'),
    refused('<p>{{ name || "unnamed" }}</p>'),
    refused('<p>{{ `Total ${total}` }}</p>'),
    refused('<p v-text="\'Orders\'" />'),
    refused('<button title="Save" />'),
    refused('<input placeholder="扫码">'),
    refused('<n-input label="Name" />'),
    refused('<n-input caption="名称" />'),
    refused('<button aria-label="Close" />'),
    refused('<button :aria-label="\'Close\'" />'),
    refused('<n-tag :value="tag(\'新\')" />'),
  ],
})
