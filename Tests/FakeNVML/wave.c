// The library's clock, and figures that follow it.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "fake_nvml.h"

static int64_t begun_us = -1;

static int64_t real_us(void) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

void clock_begins(void) {
  if (begun_us < 0) begun_us = real_us();
}

/// Microseconds since 1970 at which the clock is 0.
static int64_t start_us(void) {
  if (machine.start_us >= 0) return machine.start_us;
  if (machine.time_ms >= 0) return real_us() - machine.time_ms * 1000;
  return begun_us < 0 ? real_us() : begun_us;
}

int64_t clock_ms(void) {
  return machine.time_ms >= 0 ? machine.time_ms : (real_us() - start_us()) / 1000;
}

/// The driver's time stamp of a time of the clock: microseconds since 1970.
uint64_t stamp_us(int64_t at_ms) { return (uint64_t)(start_us() + at_ms * 1000); }

static const struct {
  const char *word;
  enum shape shape;
} shapes[] = {
    {"sine", shape_sine}, {"saw", shape_saw}, {"square", shape_square}, {"noise", shape_noise}};

/// Reads `N`, `error N`, or `sine MIN MAX PERIOD_MS [PHASE_MS]` and its like.
struct value read_value(const char *text) {
  char words[256];
  snprintf(words, sizeof words, "%s", text);
  for (char *letter = words; *letter != 0; letter++) {
    if (*letter == ':') *letter = ' ';
  }
  struct value value = {.phase_ms = -1};
  if (sscanf(words, "error %d", &value.code) == 1) return value;
  char word[16] = "";
  double period = 0, phase = -1;
  int found = sscanf(words, "%15s %lf %lf %lf %lf", word, &value.low, &value.high, &period, &phase);
  for (size_t index = 0; index < sizeof shapes / sizeof *shapes; index++) {
    if (found < 4 || strcmp(word, shapes[index].word) != 0) continue;
    value.shape = shapes[index].shape;
    value.period_ms = period < 1 ? 1 : (int64_t)period;
    value.phase_ms = (int64_t)phase;
    return value;
  }
  value.number = strtoull(text, NULL, strncmp(text, "0x", 2) == 0 ? 16 : 10);
  return value;
}

/// A well mixed number out of a few (the finaliser of SplitMix64).
static uint64_t mix(uint64_t state) {
  state += 0x9E3779B97F4A7C15;
  state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
  state = (state ^ (state >> 27)) * 0x94D049BB133111EB;
  return state ^ (state >> 31);
}

static uint64_t seeded(unsigned salt, uint64_t step) {
  return mix(mix(machine.seed ^ ((uint64_t)salt << 32)) ^ step);
}

static double wave_at(const struct value *value, unsigned salt, double at_ms) {
  if (value->shape == shape_constant) return (double)value->number;
  double period = (double)value->period_ms;
  if (value->shape == shape_noise) {
    double share = (double)(seeded(salt, (uint64_t)(at_ms / period)) >> 11) / 9007199254740992.0;
    return value->low + share * (value->high - value->low);
  }
  double phase = (double)value->phase_ms;
  if (phase < 0) phase = machine.seed == 0 ? 0 : (double)(seeded(salt, 0) % (uint64_t)period);
  double turn = fmod(at_ms + phase, period) / period;
  double share = value->shape == shape_sine  ? (1 + sin(2 * 3.14159265358979323846 * turn)) / 2
                 : value->shape == shape_saw ? turn
                                             : (turn < 0.5 ? 0 : 1);
  return value->low + share * (value->high - value->low);
}

uint64_t value_at(const struct value *value, unsigned salt, int64_t at_ms) {
  if (value->shape == shape_constant) return value->number;
  return (uint64_t)llround(wave_at(value, salt, (double)at_ms));
}

/// The sum of a figure over time, from clock 0: figure × seconds.
double value_integral(const struct value *value, unsigned salt, int64_t until_ms) {
  if (value->shape == shape_constant) return (double)value->number * (double)until_ms / 1000;
  enum { slices = 64 };
  double period = (double)value->period_ms, whole = 0, rest = 0;
  double periods = floor((double)until_ms / period), left = (double)until_ms - periods * period;
  for (int slice = 0; slice < slices; slice++) {
    whole += wave_at(value, salt, (slice + 0.5) * period / slices) * period / slices;
    rest += wave_at(value, salt, (slice + 0.5) * left / slices) * left / slices;
  }
  // Noise has no period: its mean stands for the steps that are over.
  if (value->shape == shape_noise) whole = (value->low + value->high) / 2 * period;
  return (periods * whole + rest) / 1000;
}
