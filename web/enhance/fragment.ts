/** Media type that asks for a page without its frame: what stands in `main`, and its title (functions/http/embedded.ts). */
export const FRAGMENT = 'text/vnd.dvc.fragment+html'
