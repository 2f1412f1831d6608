// The custom element `<clausewise-search>`. Do not edit here.
