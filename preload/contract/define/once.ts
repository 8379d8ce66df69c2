// What is dear to make and seldom needed: hundreds of schemas are declared, and a start asks a few of them.

/** Made when it is first needed, and kept. Making must depend on nothing that changes. */
export const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}
