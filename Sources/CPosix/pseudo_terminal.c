#define _GNU_SOURCE
#include "CPosix.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

int atelier_resize_terminal(int descriptor, int columns, int rows) {
  struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
  return ioctl(descriptor, TIOCSWINSZ, &size) == 0 ? 0 : errno;
}

pid_t atelier_foreground_group(int descriptor) {
  pid_t group = tcgetpgrp(descriptor);
  return group > 0 ? group : 0;
}

int atelier_open_pseudo_terminal(int columns, int rows, int *primary, char *replica_path,
                                 size_t capacity) {
  int descriptor = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) return errno;
  int error = 0;
  struct termios settings;
  if (grantpt(descriptor) != 0 || unlockpt(descriptor) != 0) {
    error = errno;
  } else if ((error = ptsname_r(descriptor, replica_path, capacity)) == 0) {
    error = atelier_resize_terminal(descriptor, columns, rows);
  }
  // Without IUTF8 the line discipline would erase one byte of a character, not the character.
  if (error == 0 && tcgetattr(descriptor, &settings) == 0) {
    settings.c_iflag |= IUTF8;
    tcsetattr(descriptor, TCSANOW, &settings);
  }
  if (error != 0) {
    close(descriptor);
    return error;
  }
  *primary = descriptor;
  return 0;
}
