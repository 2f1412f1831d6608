// The custom element `<clausewise-terms>`. Do not edit here.
