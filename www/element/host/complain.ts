// What only the developer of the page can mend is told in the console, not to visitors.

export const complain = (text: string): void => console.error(`clausewise-quote: ${text}`);
