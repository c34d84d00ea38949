import { createApp, h, ref } from 'vue'

/** A Vue app that embeds a form, listens to it and renders anew with every event. */
const root = document.getElementById('root')
const { portal, procedure, lang } = root.dataset
createApp({
  setup() {
    const said = ref('')
    const hear = (event) => { said.value = `${event.type} ${event.detail.page ?? event.detail.code ?? ''}` }
    return () => h('div', [
      h('main', [
        h('h1', 'Vue'),
        h('dvc-form', { procedure, lang, portal, 'onDvc:ready': hear, 'onDvc:step': hear, 'onDvc:submitted': hear }, [h('a', { href: `${portal}/thu-tuc/${procedure}/nop` }, 'Nộp hồ sơ')]),
      ]),
      h('footer', { id: 'said' }, said.value),
    ])
  },
}).mount(root)
