// Vite 5, which many still have.

export const like = 'vite';

export { default } from '../vite/host.mjs';
