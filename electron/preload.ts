import { ipcRenderer } from 'electron'

/** Hands the page the port of the backend, and nothing else. */
ipcRenderer.on('backend-port', (event) => {
  window.postMessage({ type: 'backend-port' }, window.location.origin, event.ports)
})
