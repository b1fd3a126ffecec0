#include "model/paz-personnel.h"

#include "base/paz-catalogue.h"

#include <string.h>

#define NAMES(...) ((const char * const []) { __VA_ARGS__, NULL })

/* A name that two types share ("UNMO", "Observers") belongs to the first type that has it as its
 * own label, else to the first in this order. */
static const PazPersonnelType types[] = {
  {
    "troops",
    NC_("personnel type", "Contingent troops"),
    "troops",
    "military_all",
    NAMES ("Troops", "Contingent troops"),
  },
  {
    "staff_officer",
    NC_("personnel type", "Staff officers"),
    "individual_military",
    "military_all",
    NAMES ("Staff Officer", "Staff Officers", "SO"),
  },
  {
    "experts_on_mission",
    NC_("personnel type", "Military experts on mission (observers, liaison officers, advisers)"),
    "individual_military",
    "military_all",
    NAMES ("Experts on Mission", "UNMEM", "UNMO", "MLO", "EOM", "Observers"),
  },
  {
    "individual_police",
    NC_("personnel type", "Individual police officers"),
    "individual_police",
    "police_all",
    NAMES ("Individual Police", "Inidividual_Police", "IPO", "IP", "UNPOL"),
  },
  {
    "formed_police_units",
    NC_("personnel type", "Formed police units"),
    "formed_police",
    "police_all",
    NAMES ("Formed Police Units", "FPU"),
  },
  {
    "civilian_police",
    NC_("personnel type", "Civilian police (historical label)"),
    "individual_police",
    "police_all",
    NAMES ("Civilian_Police", "CIVPOL"),
  },
  {
    "observers",
    NC_("personnel type", "Military observers (historical label)"),
    "individual_military",
    "military_all",
    NAMES ("Observers", "UNMO"),
  },
  {
    "gpp",
    NC_("personnel type", "Government-provided personnel (justice and corrections)"),
    "gpp",
    NULL,
    NAMES ("GPP", "Justice GPP", "Corrections GPP"),
  },
};

/* The words of the kind gender_target. */
static const PazPersonnelCategory categories[] = {
  { "troops", NC_("gender_target", "Contingent troops") },
  { "individual_military", NC_("gender_target", "Staff officers and military observers") },
  { "individual_police", NC_("gender_target", "Individual police officers") },
  { "formed_police", NC_("gender_target", "Formed police units") },
  { "gpp", NC_("gender_target", "Justice and corrections personnel") },
};

static const PazPersonnelCategory wider[] = {
  { "military_all", NC_("gender_target", "All military") },
  { "police_all", NC_("gender_target", "All police") },
};

const PazPersonnelType *
paz_personnel_list_types (guint *n)
{
  *n = G_N_ELEMENTS (types);
  return types;
}

const PazPersonnelCategory *
paz_personnel_list_categories (guint *n)
{
  *n = G_N_ELEMENTS (categories);
  return categories;
}

const PazPersonnelCategory *
paz_personnel_list_wider (guint *n)
{
  *n = G_N_ELEMENTS (wider);
  return wider;
}

int
paz_personnel_find_type (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (strcmp (types[i].code, code) == 0)
      return (int) i;

  return -1;
}

int
paz_personnel_find_category (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (categories); i++)
    if (strcmp (categories[i].code, code) == 0)
      return (int) i;

  return -1;
}
