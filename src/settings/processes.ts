// The program's own process, and others of the machine: whether they are alive, and their end.

/** This process's number, a look whether that of another is still in use (for locks), and the end of a group. */
export const processes = {
  own: process.pid,
  /** Ends the group of processes that `pid` leads, at once; of what is gone already it says nothing. */
  endGroup: (pid: number): void => {
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // Nothing is left of it.
    }
  },
  isAlive: (pid: number): boolean => {
    try {
      process.kill(pid, 0);
      return true;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'EPERM';
    }
  },
};
