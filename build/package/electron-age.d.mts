export function publishedElectrons(): Record<string, string> | undefined
export function electronProblem(declared: string, published: Record<string, string>, now: Date): string | undefined
