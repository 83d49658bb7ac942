/** Opens my check-in: in a window of its own, or in place of the one in which it is pressed. */
export const openCheckInAction = 'check_in.open';
