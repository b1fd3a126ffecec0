#include "base/paz-catalogue.h"
#include "model/paz-kind.h"

const char *
paz_area_get_title (PazArea area)
{
  switch (area)
    {
    case PAZ_AREA_NETWORK:
      return NC_("area", "Network");
    case PAZ_AREA_WORKING_GROUP:
      return NC_("area", "Working Group");
    case PAZ_AREA_PARTICIPATION:
      return NC_("area", "Participation");
    }

  g_return_val_if_reached ("");
}
