/* The report `directory`: who is who in the network, and how to reach them. */
#include "paz-report-spec.h"

static const PazRegisterColumn delegates_columns[] = {
  { "participant" },
  { "participant>code" },
  { "name" },
  { "title" },
  { "role" },
  { "email" },
  { "phone" },
  { "language" },
  { "from" },
  { "to" },
};

static const PazRegister delegates = {
  { NC_("sheet", "Delegates"), N_("Delegates and points of contact"),
    N_("Everybody named by a delegation: office, role, how to reach them"), "Delegates", 3, PAZ_PERIOD_NONE },
  "delegate", delegates_columns, G_N_ELEMENTS (delegates_columns), NULL,
};

static const PazRegisterColumn participants_columns[] = {
  { "name" },
  { "code" },
  { "type" },
  { "subregion" },
  { "alcopaz_member" },
  { "un_name" },
};

static const PazRegister participants = {
  { NC_("sheet", "Participants"), N_("Participants of the network"),
    N_("States and organizations, their subregion, and their name in the UN’s files"), "Participants", 2, PAZ_PERIOD_NONE },
  "participant", participants_columns, G_N_ELEMENTS (participants_columns), NULL,
};

static const PazRegisterColumn memberships_columns[] = {
  { "^" },
  { "^code" },
  { "standing" },
  { "instrument" },
  { "from" },
  { "to" },
  { "person" },
  { "office" },
};

static const PazRegister memberships = {
  { NC_("sheet", "Standing"), N_("Standing of each participant"),
    N_("Who signed, joined or observes, by which instrument, and since when"), "Memberships", 2, PAZ_PERIOD_NONE },
  "membership", memberships_columns, G_N_ELEMENTS (memberships_columns), NULL,
};

static const PazSheetPart delegates_part = { .rows = &delegates };
static const PazSheetPart participants_part = { .rows = &participants };
static const PazSheetPart memberships_part = { .rows = &memberships };

const PazReport paz_directory_report = {
  .info = {
    "directory", NC_("report", "Directory"),
    N_("Who is who: delegates and points of contact of each participant, and where each one stands in the network."),
    "avatar-default-symbolic",
  },
  .titles = { N_("Directory of the network"), N_("Directory of the network") },
  .on_records = TRUE,
  .parts = { &delegates_part, &participants_part, &memberships_part },
};
