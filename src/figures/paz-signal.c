#include "figures/paz-figures.h"

static const char * const keys[] = {
  [PAZ_SIGNAL_NONE] = "none",
  [PAZ_SIGNAL_GREEN] = "green",
  [PAZ_SIGNAL_YELLOW] = "yellow",
  [PAZ_SIGNAL_RED] = "red",
};

const char *
paz_signal_get_key (PazSignal signal)
{
  g_return_val_if_fail (signal < G_N_ELEMENTS (keys), "none");

  return keys[signal];
}

const char *
paz_signal_get_label (PazSignal signal)
{
  switch (signal)
    {
    case PAZ_SIGNAL_NONE:
      return NC_("signal", "No target");
    case PAZ_SIGNAL_GREEN:
      return NC_("signal", "Green");
    case PAZ_SIGNAL_YELLOW:
      return NC_("signal", "Yellow");
    case PAZ_SIGNAL_RED:
      return NC_("signal", "Red");
    }

  g_return_val_if_reached ("");
}
