// What stands around an article.

export const page = {
  place: (number: number, count: number): string => `${number} of ${count}`,
  minutes: (minutes: number): string => (minutes === 1 ? '1 minute' : `${minutes} minutes`),
  shortMinutes: (minutes: number): string => `${minutes} min`,
  contents: 'Contents',
  links: 'Links',
  note: 'Note',
  tip: 'Tip',
  important: 'Important',
  warning: 'Warning',
  caution: 'Caution',
};
