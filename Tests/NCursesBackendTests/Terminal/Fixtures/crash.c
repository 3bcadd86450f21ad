// Claims its terminal, makes it raw, and dies in the way its argument names.
#include "CPosix.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static volatile char sink;

static int overflow(int depth) {
  volatile char frame[4096];
  memset((void *)frame, depth, sizeof frame);
  sink = frame[depth % 4096];
  return overflow(depth + 1) + frame[0];
}

static void *trap(void *unused) {
  (void)unused;
  __builtin_trap();
}

int main(int count, char **arguments) {
  const char *sequence = "[restored]";
  struct termios modes;
  if (count < 2 || atelier_terminal_claim(1, sequence, strlen(sequence)) != 0) return 90;
  tcgetattr(1, &modes);
  cfmakeraw(&modes);
  tcsetattr(1, TCSANOW, &modes);
  if (write(1, "ready", 5) != 5) return 91;

  const char *way = arguments[1];
  if (strcmp(way, "abort") == 0) abort();
  if (strcmp(way, "trap") == 0) __builtin_trap();
  if (strcmp(way, "overflow") == 0) return overflow(1);
  if (strcmp(way, "segfault") == 0) *(volatile int *)8 = 1;
  if (strcmp(way, "sigfpe") == 0) raise(SIGFPE);
  if (strcmp(way, "thread") == 0) {
    pthread_t thread;
    pthread_create(&thread, NULL, trap, NULL);
    pthread_join(thread, NULL);
  }
  if (strcmp(way, "release") == 0) {
    atelier_terminal_release();
    atelier_terminal_release();
    abort();
  }
  return 92;
}
