export const actionIds = {
  open: 'framework.open_change',
  page: 'framework.change_page',
} as const;

export const callbackIds = { change: 'framework.change' } as const;
