/** For esbuild: `server-only` throws everywhere but in Next's build. */
export const withoutServerOnly = {
  name: 'without-server-only',
  setup(build) {
    build.onResolve({ filter: /^server-only$/ }, () => ({ path: 'server-only', namespace: 'empty' }))
    build.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: '' }))
  },
}
