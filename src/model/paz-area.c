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
    case PAZ_AREA_COOPERATION:
      return NC_("area", "Cooperation");
    case PAZ_AREA_CAPABILITIES:
      return NC_("area", "Capabilities");
    case PAZ_AREA_PARTICIPATION:
      return NC_("area", "Participation");
    case PAZ_AREA_WOMEN:
      return NC_("area", "Women, Peace and Security");
    case PAZ_AREA_TRAINING:
      return NC_("area", "Training and Practice");
    case PAZ_AREA_INTEROPERABILITY:
      return NC_("area", "Interoperability");
    }

  g_return_val_if_reached ("");
}
