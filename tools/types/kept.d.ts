// The custom element `<clausewise-kept>`. Do not edit here.
