// The program's own process, and whether others of the machine are alive.

/** For locks: this process's number, and a look whether that of another is still in use. */
export const processes = {
  own: process.pid,
  isAlive: (pid: number): boolean => {
    try {
      process.kill(pid, 0);
      return true;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'EPERM';
    }
  },
};
