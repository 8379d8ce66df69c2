// How a handler asks for what modules contribute to each other. The kernel only passes it on: main/records/contributions.ts says how a kind is made.

/** A kind of contribution. `gather` makes of all that was given of it what a handler asks for, once. */
export type Kind<Gathered> = { readonly name: string; gather(values: readonly unknown[]): Gathered }
/** One module's part of a kind; made by the kind's own `of`. */
export type Contribution = { readonly kind: Kind<unknown>; readonly value: unknown }
/** What all modules together contributed of a kind: `ctx.contributed(due)`. */
export type Contributed = <Gathered>(kind: Kind<Gathered>) => Gathered
