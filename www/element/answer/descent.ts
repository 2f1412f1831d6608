// How far down somebody has gone from a figure: to the figures that it was worked out from and to theirs, down to a term. Each
// step keeps where it was taken, so that the way back ends there.

import { spotOf } from './view.js';

export class Descent {
  private readonly ways = new Map<string, { path: string; spot: string }[]>();

  of(root: string): readonly string[] | undefined {
    return this.ways.get(root)?.map(({ path }) => path);
  }

  /**
   * Goes on from a depth of the way that is shown, and leaves what was below it; the same again goes back. What was open without
   * being gone to leads back to the figure. Where to look then.
   */
  follow(root: string, shown: readonly string[], depth: number, path: string, spot: string): string {
    const way = this.ways.get(root) ?? shown.map((each) => ({ path: each, spot: root }));
    this.ways.set(root, way);
    if (way[depth]?.path === path) return this.back(root, depth + 1);
    this.ways.set(root, [...way.slice(0, depth), { path, spot }]);
    return spotOf(root, depth + 1);
  }

  /** Leaves what stands at a depth and below. Where that was gone to from. */
  back(root: string, depth: number): string {
    const way = this.ways.get(root) ?? [];
    this.ways.set(root, way.slice(0, depth - 1));
    return way[depth - 1]?.spot ?? root;
  }

  forget(root: string): void {
    this.ways.delete(root);
  }

  clear(): void {
    this.ways.clear();
  }
}
